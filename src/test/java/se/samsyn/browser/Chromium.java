package se.samsyn.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The browser installed on the machine, one for all tests. Where there is none the tests are skipped by name, or fail when
 * {@code SAMSYN_BROWSER=required}.
 */
final class Chromium implements BeforeAllCallback {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static Optional<Browser> running = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) {
        Path program = program().orElseGet(Chromium::none);
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Chromium.class))
                .computeIfAbsent(Running.class, _ -> Running.start(program));
    }

    /** The running browser. */
    static Browser browser() {
        return running.orElseThrow();
    }

    private static Path none() {
        if ("required".equals(System.getenv("SAMSYN_BROWSER"))) {
            throw new IllegalStateException("No browser found, and SAMSYN_BROWSER=required. Install Chromium.");
        }
        return abort("No browser on the path; one of these is needed: " + NAMES);
    }

    private static Optional<Path> program() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Closed by JUnit after the last test. */
    private record Running(Playwright playwright) implements AutoCloseable {

        static Running start(Path program) {
            var environment = new HashMap<>(System.getenv());
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            running = Optional.of(playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setHeadless(true)
                            .setChromiumSandbox(false)
                            .setArgs(QUIET)));
            return new Running(playwright);
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
