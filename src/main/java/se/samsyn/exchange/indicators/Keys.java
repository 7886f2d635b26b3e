package se.samsyn.exchange.indicators;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.zip.CRC32;
import se.samsyn.indicator.IndicatorKey;

/** Makes keys of names: the same name always gives the same key. */
final class Keys {

    private static final int LONGEST_KEY = 60;
    private static final int LONGEST_SOURCE = 40;
    private static final int LONGEST_GROUP = 40;

    private Keys() {}

    /** The key of a table's measure; of the table itself where the measure is blank. */
    static IndicatorKey indicator(String table, String measure) {
        String plain = plain(measure.isBlank() ? table : table + "_" + measure, "[^A-Za-z0-9_-]+");
        String named = plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "T" + plain : plain;
        return new IndicatorKey(cut(named, LONGEST_KEY));
    }

    static String source(String name) {
        String plain = plain(name, "[^A-Za-z0-9-]+").toLowerCase(Locale.ROOT);
        String named = plain.length() < 2 || !Character.isLetter(plain.charAt(0)) ? "kalla-" + plain : plain;
        return cut(named, LONGEST_SOURCE).replaceAll("-+$", "");
    }

    static String group(String code) {
        String plain = plain(code, "[^A-Za-z0-9_.-]+");
        return plain.isEmpty() ? "x" + hash(code) : cut(plain, LONGEST_GROUP);
    }

    private static String plain(String text, String strange) {
        return Normalizer.normalize(
                        text.strip().replace("ø", "o").replace("Ø", "O").replace("æ", "ae"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll(strange, "-")
                .replaceAll("^-+|-+$", "");
    }

    /** A long name keeps its beginning, and a number of the whole so that two do not become one. */
    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 9) + "-" + hash(text);
    }

    private static String hash(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
