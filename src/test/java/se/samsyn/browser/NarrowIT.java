package se.samsyn.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page on a phone: tables may scroll in their own boxes, the page itself never sideways. */
class NarrowIT extends InBrowser {

    private static final String STICKING_OUT = """
            () => {
                const width = document.documentElement.clientWidth;
                if (document.documentElement.scrollWidth <= width) return [];
                const inBox = (element) => element.closest('.scroll') !== null && !element.matches('.scroll');
                return ['body is ' + document.documentElement.scrollWidth + ' wide'].concat(
                    [...document.querySelectorAll('body *')]
                        .filter((element) => !inBox(element) && element.getBoundingClientRect().right > width + 1)
                        .slice(0, 8)
                        .map((element) => element.outerHTML.slice(0, 120)));
            }
            """;

    @ParameterizedTest
    @MethodSource("se.samsyn.browser.Screen#all")
    void doesNotScrollSideways(Screen screen) {
        var visitor = screen.visit(visitor(new Browser.NewContextOptions().setViewportSize(360, 740)));

        assertThat((List<?>) visitor.page().evaluate(STICKING_OUT)).isEmpty();
    }
}
