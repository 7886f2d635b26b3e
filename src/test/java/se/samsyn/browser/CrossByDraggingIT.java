package se.samsyn.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** A crossing put together from the list of variables: by dragging, and without a mouse. */
class CrossByDraggingIT extends InBrowser {

    private static Locator slot(Visitor visitor, String name, int number) {
        return visitor.page().locator("select[name='" + name + "']").nth(number);
    }

    private static Locator chip(Visitor visitor, String axis) {
        return visitor.page().locator("[data-axis='" + axis + "']");
    }

    @Test
    void variablesAreDraggedToTheirPlaces() {
        var visitor = visitor("analytiker");
        visitor.go("/korstabell?data=vald");
        visitor.page().locator("details.palette summary").click();
        chip(visitor, "age:bands").dragTo(slot(visitor, "rad", 0));
        chip(visitor, "sex").dragTo(slot(visitor, "kolumn", 0));
        assertThat(slot(visitor, "rad", 0)).hasValue("age:bands");
        assertThat(slot(visitor, "kolumn", 0)).hasValue("sex");
        visitor.button("Visa tabellen").click();
        assertThat(visitor.page().locator("article table")).isVisible();
    }

    @Test
    void variablesAreChosenByTheKeyboard() {
        var visitor = visitor("analytiker");
        visitor.go("/korstabell?data=vald");
        visitor.page().locator("details.palette summary").click();
        chip(visitor, "age:bands").focus();
        visitor.page().keyboard().press("Enter");
        assertThat(slot(visitor, "rad", 0)).hasValue("age:bands");
        assertThat(slot(visitor, "rad", 0)).isFocused();
        slot(visitor, "kolumn", 0).focus();
        chip(visitor, "sex").focus();
        visitor.page().keyboard().press(" ");
        assertThat(slot(visitor, "kolumn", 0)).hasValue("sex");
    }
}
