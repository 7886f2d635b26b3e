package se.samsyn.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From signing in to a completed follow-up with Tab, Space, the arrows and Enter alone. */
class RegisterByKeyboardIT extends InBrowser {

    private static final int FAR = 250;

    @Test
    void registersACaseByKeyboardOnly() {
        var page = visitor().page();
        page.navigate("/logga-in");
        enter(page, "button[value=handlaggare]");
        enter(page, "a[href='/arenden/nytt']");
        chooseSex(page);
        tabTo(page, "select[name=wayIn]");
        page.keyboard().press("ArrowDown");
        enter(page, "main form button");
        assertThat(page.locator("main")).containsText("Ärendet är öppnat");
        enter(page, "form[action$='/tillfallen'] button");
        fillIn(page);
        page.keyboard().press("Enter");

        assertThat(page.locator(".notice-ok")).hasText("Uppföljningen är klar och sparad.");
        assertThat(page.locator(".timeline li")).containsText("Före");
        assertThat(page.locator(".timeline .badge")).hasCount(0);
    }

    @Test
    void comesFromANewCaseToItsFirstQuestionInSixKeys() {
        var page = visitor("handlaggare").page();
        page.navigate("/arenden/nytt");
        for (var key : List.of("Space", "Tab", "ArrowDown", "Tab", "Enter")) {
            page.keyboard().press(key);
        }
        assertThat(page.locator("main")).containsText("Ärendet är öppnat");
        assertThat(page.locator("form[action$='/tillfallen'] button")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.locator("form#occasion .live")).isVisible();
        assertThat(page.locator("form#occasion .field input:focus")).hasCount(1);
    }

    @Test
    void skipsTheMenuByKeyboard() {
        var page = visitor("handlaggare").page();
        page.navigate("/arenden");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator("#main")).isFocused();
    }

    private static void chooseSex(Page page) {
        tabTo(page, "input[name=sex]");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("input[value=MAN]")).isChecked();
    }

    /** Answers each choice on the way to the button that completes: by Space, and the arrow where there are steps to walk. */
    private static void fillIn(Page page) {
        assertThat(page.locator("form#occasion .live")).isVisible();
        for (int steps = 0; steps < FAR; steps++) {
            if (focused(page, ".savebar button:not(.secondary)")) {
                return;
            }
            if (focused(
                    page,
                    "fieldset:not(:has(input:checked)) input[type=radio], [aria-required] input[type=checkbox],"
                            + " fieldset:not(:has(input:checked)) input[type=checkbox]")) {
                page.keyboard().press("Space");
            }
            if (focused(page, ".steps input:checked")) {
                page.keyboard().press("ArrowRight");
                page.keyboard().press("ArrowRight");
            }
            page.keyboard().press("Tab");
        }
        fail("The button that completes was not reached by Tab");
    }

    private static void enter(Page page, String selector) {
        tabTo(page, selector);
        page.keyboard().press("Enter");
    }

    private static void tabTo(Page page, String selector) {
        page.locator(selector).first().waitFor();
        for (int steps = 0; !focused(page, selector); steps++) {
            if (steps == FAR) {
                fail("Not reached by Tab: " + selector);
            }
            page.keyboard().press("Tab");
        }
    }

    private static boolean focused(Page page, String selector) {
        return (boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }
}
