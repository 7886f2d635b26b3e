package se.samsyn.exchange.cube;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A cell's mark with the sign that the file had for it.
 *
 * @param text the sign, as {@code ..} or {@code p}; blank if there was none
 */
public record Symbol(Mark mark, String text) {

    /** A number without any sign. */
    public static final Symbol NUMBER = new Symbol(Mark.NUMBER, "");

    /** The usual sign of each mark, the same in PX and JSON-stat. */
    static final Map<Mark, Symbol> USUAL = Map.of(
            Mark.NUMBER, NUMBER,
            Mark.NIL, new Symbol(Mark.NIL, "-"),
            Mark.NOT_APPLICABLE, new Symbol(Mark.NOT_APPLICABLE, "."),
            Mark.MISSING, new Symbol(Mark.MISSING, ".."),
            Mark.HIDDEN, new Symbol(Mark.HIDDEN, "..."));

    private static final List<String> SECRET = List.of(
            "hidden", "secre", "confiden", "classif", "suppress", "protected", "dold", "dölj", "sekret", "skydd", "röja",
            "konfiden", "fortrolig", "salassa", "prickad");
    private static final List<String> IMPOSSIBLE = List.of(
            "applicable", "cannot", "can not", "impossible", "not relevant", "kan inte", "kan ej", "ikke muli", "tillämplig",
            "inte relevant", "ej relevant", "förekomma", "förekommer");
    private static final List<String> UNKNOWN = List.of(
            "missing", "not available", "unavailable", "unknown", "no data", "not yet", "saknas", "okän", "uppgift", "mangler",
            "tillgänglig", "osäker", "uncertain", "puuttu");

    /** The usual sign of a mark. */
    public static Symbol of(Mark mark) {
        return USUAL.get(mark) == null ? NUMBER : USUAL.getOrDefault(mark, NUMBER);
    }

    /**
     * The mark of a sign in a cell without number.
     *
     * @param label what the file says that the sign means; blank if it does not say
     */
    public static Symbol of(String sign, String label) {
        return new Symbol(byLabel(label.toLowerCase(Locale.ROOT), bySign(sign)), sign);
    }

    private static Mark byLabel(String label, Mark otherwise) {
        if (otherwise == Mark.NIL) {
            return otherwise;
        }
        if (SECRET.stream().anyMatch(label::contains)) {
            return Mark.HIDDEN;
        }
        if (IMPOSSIBLE.stream().anyMatch(label::contains)) {
            return Mark.NOT_APPLICABLE;
        }
        if (UNKNOWN.stream().anyMatch(label::contains)) {
            return Mark.MISSING;
        }
        return switch (label.strip()) {
            case ".." -> Mark.MISSING;
            case "." -> Mark.NOT_APPLICABLE;
            case ":", "c", "x" -> Mark.HIDDEN;
            default -> otherwise;
        };
    }

    private static Mark bySign(String sign) {
        return switch (sign.strip().toLowerCase(Locale.ROOT)) {
            case "-", "–" -> Mark.NIL;
            case ".", "z" -> Mark.NOT_APPLICABLE;
            case "...", ":", "c", ":c" -> Mark.HIDDEN;
            default -> Mark.MISSING;
        };
    }
}
