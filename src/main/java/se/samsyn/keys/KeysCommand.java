package se.samsyn.keys;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samsyn.kernel.PlaceCode;

/** {@code ./samsyn keys}: checks, lists and turns the keys. Ends with 1 where something is wrong or was not done, 2 where it was called wrongly. */
@Component
@Command(name = "keys", description = "Prövar, visar och byter nycklarna som uppgifter är krypterade med.")
class KeysCommand implements Callable<Integer> {

    private final KeyCheck check;
    private final KeyFolder folder;
    private final Rotation rotation;

    @Spec
    private @Nullable CommandSpec spec;

    KeysCommand(KeyCheck check, KeyFolder folder, Rotation rotation) {
        this.check = check;
        this.folder = folder;
        this.rotation = rotation;
    }

    @Override
    public Integer call() {
        Objects.requireNonNull(spec).commandLine().usage(out());
        return 2;
    }

    @Command(
            name = "check",
            description = "Prövar att varje nyckel finns, är rätt och öppnar det som är krypterat. Ingen text visas.")
    int check() {
        say("Nyckelmapp: %s".formatted(folder.root()));
        var found = check.all();
        if (found.isEmpty()) {
            say("Inga nycklar har gjorts ännu. De görs när de först behövs.");
        }
        found.forEach(this::tell);
        boolean sound = found.stream().allMatch(KeyCheck.Found::sound);
        say(sound ? "Alla nycklar finns och stämmer." : "Något behöver åtgärdas; se ovan.");
        return sound ? 0 : 1;
    }

    private void tell(KeyCheck.Found found) {
        found.fault()
                .ifPresentOrElse(
                        fault -> {
                            say("  %-16s %s: %s.".formatted(found.name(), word(fault.kind()), fault.fact()));
                            say("  %-16s %s".formatted("", fault.remedy()));
                        },
                        () -> say(
                                "  %-16s stämmer, %s%s".formatted(found.name(), number(found.keys()), counted(found))));
        if (found.open()) {
            say("  %-16s Andra än ägaren kan läsa nyckeln: kör chmod -R go= %s".formatted("", folder.root()));
        }
    }

    private static String counted(KeyCheck.Found found) {
        return found.count()
                .map(count -> String.format(
                        Locale.ROOT,
                        "; %d texter krypterade%s%s%s",
                        count.newest() + count.older(),
                        count.older() > 0 ? ", varav " + count.older() + " med en äldre nyckel" : "",
                        count.plain() > 0 ? ", " + count.plain() + " ännu inte krypterade" : "",
                        count.shut() > 0 ? ", " + count.shut() + " går INTE att öppna" : ""))
                .orElse("");
    }

    @Command(name = "list", description = "Visar vilka nycklar som finns.")
    int list() {
        say("Nyckelmapp: %s".formatted(folder.root()));
        for (var ring : folder.rings()) {
            var keys = folder.read(ring);
            var changed = folder.stamp(ring).map(stamp -> stamp.changed().toString());
            say("  %-16s %s, senast ändrad %s".formatted(ring, number(keys.size()), changed.orElse("-")));
        }
        return 0;
    }

    @Command(
            name = "rotate",
            description =
                    "Gör en ny nyckel, krypterar om med den och kastar den gamla. Samsyn kan vara igång. Utan val: alla.")
    int rotate(
            @Option(names = "--municipality", paramLabel = "KOMMUN", description = "kommunens text, till exempel 2080")
                    @Nullable
                    String municipality,
            @Option(names = "--use", paramLabel = "TILL", description = "${COMPLETION-CANDIDATES}") @Nullable Use use) {
        if (municipality != null && use != null && !use.perMunicipality()) {
            say("%s har en enda nyckel. Utelämna --municipality.".formatted(use));
            return 2;
        }
        List<Ring> chosen = check.known()
                .distinct()
                .filter(ring -> use == null || ring.use() == use)
                .filter(ring -> municipality == null
                        || ring.municipality()
                                .map(PlaceCode::value)
                                .filter(municipality::equals)
                                .isPresent())
                .toList();
        if (chosen.isEmpty()) {
            say("Det finns ingen sådan nyckel ännu.");
            return 1;
        }
        return chosen.stream().filter(ring -> !turned(ring)).count() == 0 ? 0 : 1;
    }

    private boolean turned(Ring ring) {
        return switch (rotation.turn(ring)) {
            case Rotation.Outcome.Busy _ -> {
                say("%s: någon annan byter nycklar just nu. Försök igen när det är klart.".formatted(ring));
                yield false;
            }
            case Rotation.Outcome.Added(int keys) -> {
                say("%s: ny nyckel. De äldre behålls för det de redan använts till (%s)."
                        .formatted(ring, number(keys)));
                yield true;
            }
            case Rotation.Outcome.Turned(long sealed, int dropped) -> {
                say("%s: ny nyckel, %d texter krypterade om, %s kastad.".formatted(ring, sealed, number(dropped)));
                yield true;
            }
            case Rotation.Outcome.Left(var count) -> {
                say(
                        "%s: %d texter går inte att öppna och %d är kvar. De äldre nycklarna behålls; kör ./samsyn keys check."
                                .formatted(ring, count.shut(), count.older() + count.plain()));
                yield false;
            }
        };
    }

    private static String word(KeyFault.Kind kind) {
        return switch (kind) {
            case LOST -> "SAKNAS";
            case FOREIGN -> "FEL NYCKEL";
            case DAMAGED -> "SKADAD";
        };
    }

    private static String number(int keys) {
        return keys == 1 ? "1 nyckel" : keys + " nycklar";
    }

    private void say(String text) {
        out().println(text);
        out().flush();
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
