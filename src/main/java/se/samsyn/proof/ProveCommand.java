package se.samsyn.proof;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./samsyn prove}: tries the claims and prints a line for each. Ends with 1 where one fails. */
@Component
@Command(name = "prove", description = "Visar att programmet räknar rätt, påstående för påstående.")
class ProveCommand implements Callable<Integer> {

    private final List<Part> parts;

    @Parameters(paramLabel = "NAMN", arity = "0..1", description = "en del, till exempel followup; annars alla")
    private @Nullable String name;

    @Option(names = "--data", description = "mapp med referensdata (annars SAMSYN_REFERENCE_DATA)")
    private @Nullable Path data;

    @Option(names = "--claim", paramLabel = "ORD", description = "bara påståenden där ordet står")
    private String word = "";

    @Option(names = "--long", description = "prövar så ofta som utlovas; tar timmar")
    private boolean exhaustive;

    @Spec
    private @Nullable CommandSpec spec;

    ProveCommand(List<Part> parts) {
        this.parts = parts;
    }

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var chosen = parts.stream()
                .filter(part -> name == null || part.name().equals(name))
                .toList();
        if (chosen.isEmpty()) {
            out.println("Det finns ingen del som heter så. Delar: "
                    + String.join(
                            ", ", parts.stream().map(Part::name).distinct().toList()));
            return 2;
        }
        var tally = new Tally();
        chosen.forEach(part -> prove(part, out, tally));
        out.printf("%d håller, %d håller inte, %d prövades inte%n", tally.holds, tally.fails, tally.skipped);
        out.flush();
        return tally.fails == 0 ? 0 : 1;
    }

    private void prove(Part part, PrintWriter out, Tally tally) {
        out.println(part.name());
        for (var claim : claims(part)) {
            var verdict = claim.tried();
            out.printf("  %-13s %s (%s)%n", tally.count(verdict), claim.text(), verdict.figure());
            out.flush();
        }
    }

    private List<Claim> claims(Part part) {
        return part.claims(Reference.at(data, exhaustive ? Length.LONG : Length.SHORT)).stream()
                .filter(claim -> claim.text().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static final class Tally {
        private int holds;
        private int fails;
        private int skipped;

        String count(Verdict verdict) {
            return switch (verdict) {
                case Verdict.Holds _ -> {
                    holds++;
                    yield "håller";
                }
                case Verdict.Fails _ -> {
                    fails++;
                    yield "HÅLLER INTE";
                }
                case Verdict.Skipped _ -> {
                    skipped++;
                    yield "prövades inte";
                }
            };
        }
    }
}
