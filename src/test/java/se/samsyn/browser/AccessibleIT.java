package se.samsyn.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing serious by WCAG 2.2 A and AA, as far as a program can see, on any page in light or dark. */
class AccessibleIT extends InBrowser {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    @ParameterizedTest
    @MethodSource("se.samsyn.browser.Screen#all")
    void hasNothingSeriousInLightOrDark(Screen screen) {
        var visitor = screen.visit(visitor(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE)));
        var inLight = faults(visitor.page(), ColorScheme.LIGHT);
        var inDark = faults(visitor.page(), ColorScheme.DARK);

        assertThat(inLight).as("in light").isEmpty();
        assertThat(inDark).as("in dark").isEmpty();
    }

    @Test
    void findsAFaultWhereThereIsOne() {
        var visitor = visitor();
        visitor.go("/logga-in");
        visitor.page().evaluate("() => document.querySelector('main').append(document.createElement('input'))");

        assertThat(faults(visitor.page(), ColorScheme.LIGHT))
                .singleElement()
                .asString()
                .startsWith("label");
    }

    private static List<String> faults(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
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
