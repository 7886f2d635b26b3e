package se.samsyn.register;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a variable of a register is, by the words that a codebook may use for it. */
enum FieldKind {
    CATEGORY,
    NUMBER,
    AMOUNT,
    PLACE,
    PERSON,
    PERIOD,
    TIMES,
    ORGANISATION,
    COUNTED,
    LEFT_OUT;

    private static final Map<String, FieldKind> WORDS = Map.ofEntries(
            Map.entry("kategori", CATEGORY),
            Map.entry("category", CATEGORY),
            Map.entry("tal", NUMBER),
            Map.entry("number", NUMBER),
            Map.entry("belopp", AMOUNT),
            Map.entry("amount", AMOUNT),
            Map.entry("plats", PLACE),
            Map.entry("place", PLACE),
            Map.entry("person", PERSON),
            Map.entry("period", PERIOD),
            Map.entry("antal", TIMES),
            Map.entry("count", TIMES),
            Map.entry("organisation", ORGANISATION),
            Map.entry("analysenhet", COUNTED),
            Map.entry("unit of analysis", COUNTED),
            Map.entry("utelämna", LEFT_OUT),
            Map.entry("omit", LEFT_OUT));

    static Optional<FieldKind> of(String word) {
        return Optional.ofNullable(WORDS.get(word.strip().toLowerCase(Locale.ROOT)));
    }
}
