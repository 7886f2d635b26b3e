package se.samsyn.operation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./samsyn sbom}: what the program is made of, for people, or whole as CycloneDX for a scanner. Starts nothing. */
@Component
@Command(
        name = "sbom",
        description =
                "Räknar upp biblioteken i Samsyn med version och licens, eller skriver hela förteckningen (CycloneDX).")
final class SbomCommand implements Callable<Integer> {

    @Option(
            names = "--json",
            description = "hela förteckningen som CycloneDX-JSON, för ett program som söker kända sårbarheter")
    private boolean whole;

    @Option(names = "--to", paramLabel = "FIL", description = "skriver hela förteckningen till en fil")
    private @Nullable Path file;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (file != null) {
            Files.write(file, Contents.bytes());
            out.println("Skrivet: " + file);
        } else if (whole) {
            out.println(new String(Contents.bytes(), StandardCharsets.UTF_8));
        } else {
            Contents.read().parts().stream()
                    .sorted(Comparator.comparing(Contents.Part::name))
                    .forEach(part -> out.printf(
                            "%-70s %-18s %s%n", part.name(), part.version(), String.join(" eller ", part.licences())));
        }
        out.flush();
        return 0;
    }
}
