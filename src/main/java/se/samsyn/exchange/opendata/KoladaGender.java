package se.samsyn.exchange.opendata;

import java.util.Optional;
import se.samsyn.kernel.Sex;

/**
 * Whom a value is about. Kolada's letters are T, K and M. An F occurs in an old description of the API and may mean women (female) or
 * something else, so it is never read as K.
 */
public enum KoladaGender {
    TOTAL("T"),
    WOMEN("K"),
    MEN("M");

    private final String letter;

    KoladaGender(String letter) {
        this.letter = letter;
    }

    /** Kolada's letter. */
    public String letter() {
        return letter;
    }

    /** The sex, or empty for all. */
    public Optional<Sex> sex() {
        return switch (this) {
            case TOTAL -> Optional.empty();
            case WOMEN -> Optional.of(Sex.WOMAN);
            case MEN -> Optional.of(Sex.MAN);
        };
    }

    static Optional<KoladaGender> find(String letter) {
        return switch (letter) {
            case "T" -> Optional.of(TOTAL);
            case "K" -> Optional.of(WOMEN);
            case "M" -> Optional.of(MEN);
            default -> Optional.empty();
        };
    }
}
