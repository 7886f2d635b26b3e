package se.samsyn.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The map without a mouse: one stop for the tab key, then arrow keys from place to place, each told in words. */
class MapByKeyboardIT extends InBrowser {

    @Test
    void arrowKeysWalkTheMapAndThePlaceIsTold() {
        var visitor = visitor("utvecklare");
        visitor.go("/jamfor/demo-trygghet?vy=karta");
        Locator stops = visitor.page().locator(".map .area[tabindex='0']");
        assertThat(stops).hasCount(1);
        assertThat(stops).hasAttribute("data-code", "2080");

        stops.focus();
        Locator told = visitor.page().locator(".map-told");
        assertThat(told).containsText("Falun: ");

        for (int way = 0; way < KEYS.length; way++) {
            Locator here = visitor.page().locator(".map .area[data-code='2080']");
            here.focus();
            String next = here.getAttribute("data-ways").split(";", -1)[way].strip();
            assertThat(next).isNotEmpty();
            visitor.page().keyboard().press(KEYS[way]);
            assertThat(stops).hasCount(1);
            assertThat(stops).hasAttribute("data-code", next);
            assertThat(stops).isFocused();
            String words = stops.getAttribute("aria-label");
            assertThat(words).isNotEqualTo(here.getAttribute("aria-label"));
            assertThat(told).hasText(words);
        }
    }

    @Test
    void atTheEdgeTheStepIsNotTaken() {
        var visitor = visitor("utvecklare");
        visitor.go("/jamfor/demo-trygghet?vy=karta");
        Locator edge = visitor.page()
                .locator(".map .area[data-ways^=' '], .map .area[data-ways^=';']")
                .first();
        String code = edge.getAttribute("data-code");
        edge.focus();
        visitor.page().keyboard().press("ArrowLeft");
        assertThat(visitor.page().locator(".map .area:focus")).hasAttribute("data-code", code);
    }

    private static final String[] KEYS = {"ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"};
}
