package se.samsyn.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The preview of a form answers like the form itself: by keyboard, with its skip rules. */
class PreviewIT extends InBrowser {

    @Test
    void asksFurtherQuestionsAsAnswersAreGivenByKeyboard() {
        var page = visitor("utvecklare").page();
        page.navigate("/formular/vald/forhandsgranska");
        var further = page.locator("#f-barn_upplevt");
        assertThat(further).isHidden();

        tabTo(page, "#i-barn_hemma");
        page.keyboard().type("2");
        assertThat(further).isVisible();
        tabTo(page, "#f-barn_upplevt input[type=radio]");
        page.keyboard().press("Space");
        assertThat(further.locator("input:checked")).hasCount(1);
        page.keyboard().press("Delete");
        assertThat(further.locator("input:checked")).hasCount(0);
        page.keyboard().press("Shift+Tab");
        page.locator("#i-barn_hemma").fill("0");
        assertThat(further).isHidden();
    }

    private static void tabTo(Page page, String selector) {
        for (int steps = 0; steps < 200; steps++) {
            if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        assertThat(page.locator(selector)).isFocused();
    }
}
