package se.samsyn.operation;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./samsyn version}: which version this is, and on what it runs. Starts nothing. */
@Component
@Command(
        name = "version",
        description =
                "Visar vilken version av Samsyn det är, vilken Java den går på och hur många bibliotek den består av.")
final class VersionCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var contents = Contents.read();
        out.printf("Samsyn %s%n", contents.version());
        out.printf("Java %s (%s)%n", Runtime.version(), System.getProperty("java.vendor"));
        out.printf(
                "%d bibliotek; ./samsyn sbom räknar upp dem%n", contents.parts().size());
        out.flush();
        return 0;
    }
}
