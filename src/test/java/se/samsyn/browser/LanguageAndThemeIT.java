package se.samsyn.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The choices in the foot of each page. */
class LanguageAndThemeIT extends InBrowser {

    @Test
    void switchesLanguageAndBack() {
        var visitor = visitor("handlaggare");
        visitor.go("/arenden");
        assertThat(visitor.page().locator("html")).hasAttribute("lang", "sv");
        visitor.button("English").click();

        assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");
        assertThat(visitor.page()).hasURL(Pattern.compile(".*/arenden$"));
        assertThat(visitor.page().locator("h1")).hasText("Cases");
        visitor.go("/resultat");
        assertThat(visitor.page().locator("h1")).hasText("Results");

        visitor.button("Svenska").click();
        assertThat(visitor.page().locator("html")).hasAttribute("lang", "sv");
        assertThat(visitor.page().locator("h1")).hasText("Resultat");
    }

    @Test
    void keepsWhatWasLookedAtWhenTheLanguageChanges() {
        var visitor = visitor("analytiker");
        visitor.go("/resultat?plats=2080&vy=how-it-went");
        visitor.button("English").click();

        assertThat(visitor.page().locator(".tabs [aria-current]")).hasText("How it went");
        assertThat(visitor.page().locator("select[name=plats]")).hasValue("2080");
    }

    @Test
    void isDarkWhereTheComputerIs() {
        var visitor = visitor(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
        visitor.go("/logga-in");

        assertThat(brightness(visitor)).isLessThan(60);
    }

    @Test
    void isAsLightOrDarkAsTheReaderWants() {
        var visitor = visitor(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
        visitor.signIn("handlaggare").go("/arenden");
        visitor.button("Ljust").click();
        assertThat(visitor.page().locator("html")).hasAttribute("data-theme", "light");
        assertThat(brightness(visitor)).isGreaterThan(200);

        visitor.button("Mörkt").click();
        assertThat(visitor.page().locator("html")).hasAttribute("data-theme", "dark");
        assertThat(brightness(visitor)).isLessThan(60);
    }

    /** Of the page's ground, from 0 to 255. */
    private static int brightness(Visitor visitor) {
        visitor.page().waitForLoadState();
        return ((Number) visitor.page()
                        .evaluate("() => Math.max(...getComputedStyle(document.documentElement).backgroundColor"
                                + ".match(/\\d+/g).slice(0, 3).map(Number))"))
                .intValue();
    }
}
