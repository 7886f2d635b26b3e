package se.samsyn.indicator;

import java.util.Optional;

/** Whom a value is about: all, women or men. Published indicators know no others; own ones hide those few among all. */
public enum SexPart {
    ALL("T"),
    WOMEN("K"),
    MEN("M");

    private final String letter;

    SexPart(String letter) {
        this.letter = letter;
    }

    /** The letter that Kolada and Samsyn's tables use. */
    public String letter() {
        return letter;
    }

    /** The one with this letter. {@code F} is nobody's: it has stood for women and for men in turn. */
    public static Optional<SexPart> of(String letter) {
        for (SexPart part : values()) {
            if (part.letter.equals(letter)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** The message key of its name. */
    public String message() {
        return "indicator.sex." + name();
    }
}
