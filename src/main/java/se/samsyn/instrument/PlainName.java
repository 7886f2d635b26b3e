package se.samsyn.instrument;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Names for keys and codes, made of words for people. */
public final class PlainName {

    private PlainName() {}

    /** The letters a to z and the digits of a text, other signs between them as underscores; at most so many signs. */
    public static String of(String text, int longest, String otherwise) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        return plain.isEmpty() ? otherwise : plain.substring(0, Math.min(longest, plain.length()));
    }

    /** The name, with the lowest number from 2 after it where it is taken. */
    public static String fresh(String name, Predicate<String> taken) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? name : name + "_" + number)
                .filter(taken.negate())
                .findFirst()
                .orElseThrow();
    }
}
