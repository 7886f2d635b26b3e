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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The browser installed on the machine, one for all tests of a thread. Where there is none the tests are skipped by name, or fail when
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

    /** A browser belongs to the thread that started it. */
    private static final ThreadLocal<Browser> RUNNING = ThreadLocal.withInitial(Chromium::start);

    private static final Queue<Playwright> STARTED = new ConcurrentLinkedQueue<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        if (program().isEmpty()) {
            none();
        }
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Chromium.class))
                .computeIfAbsent(Running.class, _ -> new Running());
    }

    /** The running browser of this thread. */
    static Browser browser() {
        return RUNNING.get();
    }

    private static Browser start() {
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        STARTED.add(playwright);
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program().orElseThrow())
                        .setHeadless(true)
                        .setChromiumSandbox(false)
                        .setArgs(QUIET));
    }

    private static void none() {
        if ("required".equals(System.getenv("SAMSYN_BROWSER"))) {
            throw new IllegalStateException("No browser found, and SAMSYN_BROWSER=required. Install Chromium.");
        }
        abort("No browser on the path; one of these is needed: " + NAMES);
    }

    private static Optional<Path> program() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Closed by JUnit after the last test. */
    private record Running() implements AutoCloseable {

        @Override
        public void close() {
            STARTED.forEach(Playwright::close);
        }
    }
}
