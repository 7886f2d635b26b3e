package se.samsyn.indicator.comparison;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a place is compared with. */
public enum Against {
    /** Those nearest to it by some characteristics. */
    SIMILAR("lika"),
    /** The municipalities of its county; for a region, those within it. */
    COUNTY("lan"),
    /** All on its level. */
    ALL("alla"),
    CHOSEN("valda");

    private final String word;

    Against(String word) {
        this.word = word;
    }

    /** As it stands in addresses. */
    public String word() {
        return word;
    }

    /** The one that an address names. */
    public static Optional<Against> of(String word) {
        return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** The message key of its name. */
    public String message() {
        return "indicator.against." + name().toLowerCase(Locale.ROOT);
    }
}
