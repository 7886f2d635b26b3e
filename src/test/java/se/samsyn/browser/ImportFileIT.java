package se.samsyn.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A file with faults, the same file corrected, and the same file again. */
class ImportFileIT extends InBrowser {

    private static final String FAULTY = """
            id;kön;öppnat;status
            W-1;kvinna;2025-02-30;1
            W-2;man;2025-03-01;8
            """;
    private static final String CORRECTED = """
            id;kön;öppnat;status
            W-1;kvinna;2025-02-28;1
            W-2;man;2025-03-01;2
            """;

    @Test
    void importsAFileWhenItsFaultsAreMended() {
        var visitor = visitor("utvecklare");
        tryOut(visitor, FAULTY);
        assertThat(visitor.main()).containsText("Inget har sparats.");
        assertThat(row(visitor, "2", "öppnat")).containsText("Dagen 2025-02-30 finns inte.");
        assertThat(row(visitor, "3", "status")).containsText("8");
        assertThat(visitor.button("Läs in")).hasCount(0);

        importFile(visitor, CORRECTED);
        assertThat(visitor.main()).containsText("2 nya, 0 ändrade, 0 som förut.");

        importFile(visitor, CORRECTED);
        assertThat(visitor.main()).containsText("0 nya, 0 ändrade, 2 som förut.");

        importFile(visitor, CORRECTED.replace("2025-03-01;2", "2025-03-01;3"));
        assertThat(visitor.main()).containsText("0 nya, 1 ändrade, 1 som förut.");
    }

    private static Locator row(Visitor visitor, String number, String column) {
        return visitor.page()
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(column))
                .filter(new Locator.FilterOptions()
                        .setHas(visitor.page().locator("td.num", new Page.LocatorOptions().setHasText(number))));
    }

    static void importFile(Visitor visitor, String text) {
        tryOut(visitor, text);
        visitor.button("Läs in").click();
        assertThat(visitor.page().locator(".notice-ok")).containsText("Klart.");
    }

    static void tryOut(Visitor visitor, String text) {
        map(visitor, text);
        visitor.button("Prova").click();
        assertThat(visitor.page().locator("h1")).hasText("Prov");
    }

    static void map(Visitor visitor, String text) {
        visitor.sendFile(text);
        visitor.button("Koppla kolumnerna").click();
        var page = visitor.page();
        page.locator("select[name='role.0']").selectOption("case:local-id");
        page.locator("select[name='role.1']").selectOption("trait:sex");
        page.locator("select[name='role.2']").selectOption("trait:opened");
        page.locator("select[name='role.3']")
                .selectOption(page.locator("select[name='role.3'] option[value*=boendestatus]")
                        .getAttribute("value"));
        page.locator("select[name='wave.3']").selectOption("before");
    }
}
