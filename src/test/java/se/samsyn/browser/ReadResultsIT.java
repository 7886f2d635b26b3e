package se.samsyn.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The same results as those who work with the cases see them, and as everybody else does. */
class ReadResultsIT extends InBrowser {

    private static final String SMALLEST = "2034";

    @Test
    void showsTheUnitsOwnReadersEveryNumberButNoExport() {
        var visitor = visitor("handlaggare");
        visitor.go("/resultat");

        assertThat(visitor.page().locator(".notice-warn")).containsText("enhetens alla tal");
        assertThat(visitor.page().locator("td.mark-hidden")).hasCount(0);
        assertThat(visitor.page().locator("a[href*='/export/']")).hasCount(0);
    }

    @Test
    void tellsAnalystsThatCountsAreApproximateAndWhy() {
        var visitor = visitor("analytiker");
        visitor.go("/resultat?plats=" + SMALLEST);

        assertThat(visitor.main()).containsText("Antalen är ungefärliga, för att skydda enskilda.");
        assertThat(visitor.page().locator(".figure-card").first()).containsText("Skydd av enskilda");
        assertThat(visitor.page().locator(".legend")).containsText("gruppen är för liten för att delas upp");
    }

    @Test
    void givesATableAsFiles() {
        var visitor = visitor("analytiker");
        visitor.go("/resultat?vy=how-it-went");
        String csv = file(visitor, ".csv");
        String xlsx = file(visitor, ".xlsx");

        assertThat(csv).contains("Definition", ";");
        assertThat(xlsx).startsWith("PK");
    }

    @Test
    void comparesBeforeAndAfterInChartAndTable() {
        var visitor = visitor("analytiker");
        visitor.go("/resultat");
        visitor.page()
                .locator(".tabs a", new Page.LocatorOptions().setHasText("Hur det gick"))
                .click();

        assertThat(visitor.page().locator(".tabs a[aria-current=page]")).hasText("Hur det gick");
        assertThat(visitor.page().locator(".figure-card table").first()).isVisible();
        assertThat(visitor.page()
                        .locator(".figure-chart svg, .figure-chart canvas")
                        .first())
                .isVisible();
        assertThat(visitor.main()).containsText("Tabellen visar inte vad förändringen beror på");
    }

    private static String file(Visitor visitor, String ending) {
        Locator link = visitor.page().locator("a[href$='" + ending + "']").first();
        var answer = visitor.page().request().get(link.getAttribute("href"));
        assertThat(answer.ok()).isTrue();
        assertThat(answer.headers().get("content-disposition")).contains("attachment");
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
