package se.samsyn.exchange.indicators;

import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Function;
import se.samsyn.indicator.Definitions;
import se.samsyn.indicator.Quality;
import se.samsyn.indicator.Source;

/** Which source a file's figures are filed under: the one named, else the one the file names. */
final class SourceWish {

    private SourceWish() {}

    /** What was decided. */
    sealed interface Decided {
        record Settled(Source source) implements Decided {}

        record Unsettled(String what) implements Decided {}
    }

    /**
     * Decides.
     *
     * @param told who made the figures according to the file; blank where it does not say
     */
    static Decided decide(FileWish wish, String told, Function<String, Optional<Source>> known) {
        String name = wish.sourceName().isBlank()
                ? told.replaceFirst("(?i)^\\s*(källa|source)\\s*:\\s*", "").strip()
                : wish.sourceName();
        if (wish.sourceKey().isBlank() && name.isBlank()) {
            return new Decided.Unsettled(
                    "Filen säger inte vem som gjort uppgifterna. Välj en källa, eller ge en ny ett namn.");
        }
        String key = wish.sourceKey().isBlank() ? Keys.source(name) : wish.sourceKey();
        if (key.equals(Definitions.SOURCE)) {
            return new Decided.Unsettled("Källan " + key + " är för det som räknas fram här. Välj en annan.");
        }
        if (!key.matches("[a-z][a-z0-9-]{1,39}")) {
            return new Decided.Unsettled(
                    "Källans nyckel ”" + key + "” ska vara 2–40 små bokstäver a–z, siffror och bindestreck.");
        }
        Optional<Source> there = known.apply(key);
        if (there.isEmpty() && !wish.sourceKey().isBlank() && wish.sourceName().isBlank()) {
            return new Decided.Unsettled("Det finns ingen källa " + key + ". Ge den ett namn, så läggs den upp.");
        }
        return new Decided.Settled(there.orElseGet(() -> new Source(
                key,
                name,
                name,
                Source.Kind.DATABASE,
                EnumSet.noneOf(Source.Reach.class),
                "",
                "",
                Quality.UNDECLARED)));
    }
}
