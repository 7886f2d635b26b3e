package se.samsyn.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing serious by WCAG 2.2 A and AA, as far as a program can see, on any page in light or dark; and every page fits a phone: tables
 * may scroll in their own boxes, the page itself never sideways.
 */
class AccessibleIT extends InBrowser {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    /** What can differ between light and dark. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String STICKING_OUT = """
            async () => {
                // the page has heard that it is another size, and drawn itself anew
                await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
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
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("se.samsyn.browser.Screen#all")
    void hasNothingSeriousAndFitsAPhone(Screen screen) {
        var visitor = screen.visit(visitor(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE)));
        var inLight = faults(visitor.page(), ColorScheme.LIGHT, axe -> axe.withTags(WCAG));
        var inDark = faults(visitor.page(), ColorScheme.DARK, axe -> axe.withRules(OF_COLOURS));
        visitor.page().setViewportSize(360, 740);
        var stickingOut = (List<?>) visitor.page().evaluate(STICKING_OUT);

        assertThat(inLight).as("in light").isEmpty();
        assertThat(inDark).as("in dark").isEmpty();
        assertThat(stickingOut).as("on a phone").isEmpty();
    }

    @Test
    void findsAFaultWhereThereIsOne() {
        var visitor = visitor();
        visitor.go("/logga-in");
        visitor.page().evaluate("() => document.querySelector('main').append(document.createElement('input'))");

        assertThat(faults(visitor.page(), ColorScheme.LIGHT, axe -> axe.withTags(WCAG)))
                .singleElement()
                .asString()
                .startsWith("label");
    }

    @Test
    void findsWhatCannotBeReadInTheDark() {
        var visitor = visitor();
        visitor.go("/logga-in");
        visitor.page().evaluate("() => { document.querySelector('h1').style.color = '#222'; }");

        assertThat(faults(visitor.page(), ColorScheme.DARK, axe -> axe.withRules(OF_COLOURS)))
                .anyMatch(fault -> fault.startsWith("color-contrast"));
    }

    private static List<String> faults(Page page, ColorScheme scheme, UnaryOperator<AxeBuilder> chosen) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return chosen
                .apply(new AxeBuilder(page).setLegacyMode(true).options(options))
                .analyze()
                .getViolations()
                .stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .flatMap(AccessibleIT::told)
                .toList();
    }

    private static Stream<String> told(Rule rule) {
        return rule.getNodes().stream()
                .limit(5)
                .map(node -> rule.getId() + " " + node.getTarget() + " " + node.getFailureSummary());
    }
}
