package se.samsyn.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.regex.Pattern.compile;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What has been answered is never lost. */
class ResumeIT extends InBrowser {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private static final Pattern KEPT = compile("Sparat \\d\\d:\\d\\d:\\d\\d");

    @Test
    void answersSurviveACrash() {
        var before = visitor("handlaggare");
        String form = before.beginForm();
        before.choose("hushall", "partner_barn");
        before.choose("relation", "tidigare_partner");
        before.page().locator("input[name='a.barn_hemma']").fill("2");
        before.page().locator("input[name='a.barn_hemma']").blur();
        assertThat(before.kept()).hasText(KEPT);
        before.page().waitForTimeout(1500);
        before.leave();

        var after = visitor("handlaggare");
        after.go(form);
        assertThat(after.choice("hushall", "partner_barn")).isChecked();
        assertThat(after.choice("relation", "tidigare_partner")).isChecked();
        assertThat(after.page().locator("input[name='a.barn_hemma']")).hasValue("2");
    }

    @Test
    void answersAreKeptWhenThePageIsLeftAtOnce() {
        var visitor = visitor("handlaggare");
        String form = visitor.beginForm();
        visitor.choose("hushall", "ensam");
        visitor.go("/att-gora");
        visitor.go(form);

        // The save is on its way when the page is gone; a slow machine may read the form before it has come.
        for (int look = 0; look < 10 && !visitor.choice("hushall", "ensam").isChecked(); look++) {
            visitor.page().waitForTimeout(500);
            visitor.go(form);
        }
        assertThat(visitor.choice("hushall", "ensam")).isChecked();
    }

    /** The first save waits for a row that another connection holds; the page is left while it waits. */
    @Test
    void answersGivenWhileASaveIsUnderWayAreKeptWhenThePageIsLeftAtOnce() throws Exception {
        var visitor = visitor("handlaggare");
        String form = visitor.beginForm();
        var held = HeldRow.of(jdbc, transactions, form);
        visitor.page().waitForRequest("**/utkast", () -> visitor.choose("hushall", "ensam"));
        visitor.choose("hushall", "partner");
        visitor.go("/att-gora");
        held.release();
        visitor.go(form);

        visitor.page().waitForCondition(() -> {
            visitor.page().reload();
            return visitor.choice("hushall", "partner").isChecked();
        });
    }

    @Test
    void answersGivenAfterALostSignInAreKeptInTheEnd() {
        var visitor = visitor("handlaggare");
        String form = visitor.beginForm();
        visitor.choose("hushall", "ensam");
        assertThat(visitor.kept()).hasText(KEPT);
        visitor.context().clearCookies();
        visitor.choose("hushall", "foraldrar");
        assertThat(visitor.kept()).containsText("inte längre inloggad");

        var other = visitor.context().newPage();
        Visitor.signIn(other, "handlaggare");
        assertThat(visitor.kept()).hasText(KEPT, new LocatorAssertions.HasTextOptions().setTimeout(15_000));
        other.navigate(form);
        assertThat(other.locator("input[name='a.hushall'][value=foraldrar]")).isChecked();
    }

    @Test
    void aSecondWriterIsToldInsteadOfOverwriting() {
        var first = visitor("handlaggare");
        var second = visitor("handlaggare");
        String form = first.beginForm();
        second.go(form);
        first.choose("hushall", "ensam");
        assertThat(first.kept()).hasText(KEPT);
        second.choose("hushall", "partner");

        assertThat(second.kept()).containsText("Någon annan har sparat");
        first.page().reload();
        assertThat(first.choice("hushall", "ensam")).isChecked();
    }

    @Test
    void tellsWhatIsWrongAndKeepsTheAnswers() {
        var visitor = visitor("handlaggare");
        visitor.beginForm();
        visitor.choose("hushall", "ensam");
        visitor.button("Klar").click();

        assertThat(visitor.page().locator("#form-faults")).containsText("Det här behöver rättas");
        assertThat(visitor.choice("hushall", "ensam")).isChecked();
        visitor.page().locator("#form-faults a").first().click();
        assertThat(visitor.page().locator("#f-relation")).isFocused();
    }
}
