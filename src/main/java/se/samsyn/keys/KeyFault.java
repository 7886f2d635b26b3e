package se.samsyn.keys;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys are lost, belong to other data, or are not what a text was sealed with. Says what happened and what to do, in Swedish, for the operator. */
public final class KeyFault extends RuntimeException {

    static final String PUT_BACK =
            "Lägg tillbaka nyckelmappen från sin kopia, eller peka ut rätt mapp med SAMSYN_KEYS. Ingen ny nyckel görs i"
                    + " stället: den skulle inte öppna det som redan är krypterat.";
    static final String SAME =
            "Nycklar och data hör ihop: peka ut datamappens egen nyckelmapp med SAMSYN_KEYS, eller återställ båda från"
                    + " samma tid.";

    /** What is wrong. */
    public enum Kind {
        /** The data was sealed with keys that are not in the key folder. */
        LOST,
        /** There are keys, but not those that the data was sealed with. */
        FOREIGN,
        /** A file or a sealed text is not as it was written. */
        DAMAGED
    }

    private final Kind kind;
    private final String fact;
    private final String remedy;

    KeyFault(Kind kind, String fact, String remedy) {
        super(fact);
        this.kind = kind;
        this.fact = fact;
        this.remedy = remedy;
    }

    /** The fault among the causes of a failure, if it is there. */
    public static Optional<KeyFault> in(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof KeyFault found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** What happened, a sentence without its stop. */
    public String fact() {
        return fact;
    }

    /** What the operator can do. */
    public String remedy() {
        return remedy;
    }
}
