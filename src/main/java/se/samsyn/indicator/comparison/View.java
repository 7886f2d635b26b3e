package se.samsyn.indicator.comparison;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways to look at an indicator. Each has a table beside its picture and an address of its own. */
public enum View {
    TREND("trend"),
    DOTS("punkter"),
    FUNNEL("tratt"),
    RANK("rang"),
    GAP("gap"),
    INEQUALITY("ojamlikhet"),
    MULTIPLES("sma-diagram"),
    MAP("karta");

    private final String word;

    View(String word) {
        this.word = word;
    }

    /** Whether it shows all places of the level in one year. */
    public boolean ofEverybody() {
        return this == FUNNEL || this == RANK || this == MAP;
    }

    /** As it stands in addresses. */
    public String word() {
        return word;
    }

    /** The one that an address names. */
    public static Optional<View> of(String word) {
        return Stream.of(values()).filter(view -> view.word.equals(word)).findFirst();
    }

    /** The message key of its name. */
    public String message() {
        return "indicator.view." + name().toLowerCase(Locale.ROOT);
    }
}
