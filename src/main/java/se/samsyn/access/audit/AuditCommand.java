package se.samsyn.access.audit;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samsyn.keys.KeyFault;

/** {@code ./samsyn audit}: goes through the chain of the access log, and shows its head. Ends with 0 where the chain is whole, 1 where it is not, 2 where it was called wrongly, 3 where it cannot be told. */
@Component
@Command(name = "audit", description = "Prövar att åtkomstloggen är hel (verify), eller visar kedjans huvud (head).")
class AuditCommand implements Callable<Integer> {

    private static final int NOT_WHOLE = 1;
    private static final int CALLED_WRONGLY = 2;
    private static final int CANNOT_TELL = 3;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Chain chain;
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    AuditCommand(Chain chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Objects.requireNonNull(spec).commandLine().usage(out());
        return CALLED_WRONGLY;
    }

    @Command(
            name = "verify",
            description =
                    "Går igenom kedjan och säger vilka rader som ändrats, tagits bort, lagts till eller bytt plats.")
    int verify(
            @Option(
                            names = "--since",
                            paramLabel = "DAG",
                            description = "bara det som förseglats från och med en dag: 2026-03-31")
                    @Nullable
                    LocalDate since,
            @Option(
                            names = "--head",
                            paramLabel = "HUVUD",
                            description = "ett huvud som skrivits upp tidigare: PLATS:SIGILL")
                    @Nullable
                    String noted) {
        var head = Optional.ofNullable(noted).flatMap(Chain::noted);
        if (noted != null && head.isEmpty()) {
            out().println("Huvudet skrivs PLATS:SIGILL, som ./samsyn audit head visar det.");
            return CALLED_WRONGLY;
        }
        try {
            var begun = clock.instant();
            var verdict = chain.verify(
                    Optional.ofNullable(since)
                            .map(day -> day.atStartOfDay(clock.getZone()).toInstant()),
                    head,
                    finding -> out().println("  " + finding.words()));
            conclude(verdict, Duration.between(begun, clock.instant()));
            return verdict.faults() == 0 ? 0 : NOT_WHOLE;
        } catch (KeyFault fault) {
            return cannotTell(fault);
        }
    }

    private void conclude(Verdict verdict, Duration took) {
        out().printf(
                        "%d rader prövade på %d s, till och med plats %d.%n",
                        verdict.places(), took.toSeconds(), verdict.last());
        if (verdict.waiting() > 0) {
            out().printf("%d rader är skrivna men väntar på sitt sigill.%n", verdict.waiting());
        }
        out().println(
                        verdict.faults() == 0
                                ? "Åtkomstloggen är hel."
                                : "Åtkomstloggen är INTE hel. Läs om vad som ska göras i docs/drift.md.");
        out().flush();
    }

    @Command(name = "head", description = "Visar kedjans huvud, att skriva upp på annat ställe.")
    int head() {
        try {
            var last = chain.head();
            if (last.isEmpty()) {
                out().println("Kedjan är tom.");
            } else {
                out().println(Chain.words(last.get()));
                out().println("Förseglad " + at(last.get().micros())
                        + ". Skriv upp raden ovan på ett ställe som ingen på den här datorn kan ändra.");
            }
            out().flush();
            return 0;
        } catch (KeyFault fault) {
            return cannotTell(fault);
        }
    }

    private String at(long micros) {
        return TIME.format(Instant.ofEpochMilli(micros / 1000).atZone(clock.getZone()));
    }

    private int cannotTell(KeyFault fault) {
        out().println(fault.getMessage() + ".");
        out().println(fault.remedy());
        out().flush();
        return CANNOT_TELL;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
