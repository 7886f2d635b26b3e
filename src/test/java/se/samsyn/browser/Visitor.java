package se.samsyn.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Somebody at a browser: where they are, and the steps that many tests take. */
final class Visitor {

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    Visitor(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(15_000);
        context.onWebError(error -> errors.add(error.error()));
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                errors.add(message.text());
            }
        });
        this.page = context.newPage();
    }

    BrowserContext context() {
        return context;
    }

    Page page() {
        return page;
    }

    /** Scripts that failed, and what the content policy stopped. */
    List<String> errors() {
        return errors;
    }

    void leave() {
        context.close();
    }

    Response go(String path) {
        return Objects.requireNonNull(page.navigate(path));
    }

    Visitor signIn(String username) {
        signIn(page, username);
        return this;
    }

    static void signIn(Page page, String username) {
        page.navigate("/logga-in");
        page.locator("button[value=" + username + "]").click();
        assertThat(page.locator("details.who")).isVisible();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator main() {
        return page.locator("main");
    }

    /** Opens a case at the own unit and goes to its page. */
    Visitor openCase() {
        go("/arenden/nytt");
        page.locator("input[value=WOMAN]").check();
        page.locator("select[name=wayIn]").selectOption("REPORT");
        button("Öppna ärendet").click();
        assertThat(main()).containsText("Ärendet är öppnat");
        return this;
    }

    /** Opens a case and begins its first occasion; gives the address of the form. */
    String beginForm() {
        openCase();
        button("Fyll i").click();
        assertThat(page.locator("form#occasion")).isVisible();
        return page.url();
    }

    void choose(String variable, String answer) {
        choice(variable, answer).check();
    }

    Locator choice(String variable, String answer) {
        return page.locator("input[name='a." + variable + "'][value='" + answer + "']");
    }

    /** The line that says whether answers are kept. */
    Locator kept() {
        return page.locator("#saved");
    }

    /** Sends a file of the housing instrument for the unit, to the page that shows what was read. */
    void sendFile(String text) {
        go("/import");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("fil.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        page.locator("select[name=unit]")
                .selectOption(page.locator("select[name=unit] option").allTextContents().stream()
                        .filter(name -> name.startsWith("Boendeenheten"))
                        .findFirst()
                        .orElseThrow());
        page.locator("select[name=instrument]").selectOption("boende");
        button("Läs filen").click();
        assertThat(main()).containsText("De första raderna");
    }
}
