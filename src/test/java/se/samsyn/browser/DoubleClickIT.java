package se.samsyn.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** A double click does what one click does. */
class DoubleClickIT extends InBrowser {

    @Test
    void throwsADraftAwayOnce() {
        var visitor = visitor("handlaggare");
        visitor.beginForm();
        visitor.page().locator("form[action$='/kasta'] button").dblclick();

        assertThat(visitor.main()).containsText("Ingen uppföljning än");
    }

    @Test
    void setsAGoalOnce() {
        var visitor = visitor("handlaggare").openCase();
        visitor.page().locator("input[name=text]").fill("Sova bättre");
        visitor.page().locator("select[name=weight]").selectOption("PART");
        visitor.button("Sätt mål").dblclick();

        assertThat(visitor.page().locator("article h3")).hasCount(1);
    }
}
