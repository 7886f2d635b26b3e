package se.samsyn.exchange.cube;

import java.util.List;
import java.util.Locale;

/**
 * A cell's mark with the sign that the file had for it.
 *
 * @param text the sign, as {@code ..} or {@code p}; blank if there was none
 */
public record Symbol(Mark mark, String text) {

    /** A number without any sign. */
    public static final Symbol NUMBER = new Symbol(Mark.NUMBER, "");

    private static final Symbol NIL = new Symbol(Mark.NIL, "-");
    private static final Symbol NOT_APPLICABLE = new Symbol(Mark.NOT_APPLICABLE, ".");
    private static final Symbol MISSING = new Symbol(Mark.MISSING, "..");
    private static final Symbol HIDDEN = new Symbol(Mark.HIDDEN, "...");

    private static final List<String> SECRET = List.of(
            "hidden",
            "secre",
            "confiden",
            "classif",
            "suppress",
            "protected",
            "dold",
            "dölj",
            "sekret",
            "skydd",
            "röja",
            "konfiden",
            "fortrolig",
            "salassa",
            "prickad");
    private static final List<String> IMPOSSIBLE = List.of(
            "applicable",
            "cannot",
            "can not",
            "impossible",
            "not relevant",
            "kan inte",
            "kan ej",
            "ikke muli",
            "tillämplig",
            "inte relevant",
            "ej relevant",
            "förekomma",
            "förekommer");
    private static final List<String> UNKNOWN = List.of(
            "missing",
            "not available",
            "unavailable",
            "unknown",
            "no data",
            "not yet",
            "saknas",
            "okän",
            "uppgift",
            "mangler",
            "tillgänglig",
            "osäker",
            "uncertain",
            "puuttu");

    /** The usual sign of a mark, the same in PX and JSON-stat. */
    public static Symbol of(Mark mark) {
        return switch (mark) {
            case NUMBER -> NUMBER;
            case NIL -> NIL;
            case NOT_APPLICABLE -> NOT_APPLICABLE;
            case MISSING -> MISSING;
            case HIDDEN -> HIDDEN;
        };
    }

    /** What the written files say that a mark means; {@link #of(String, String)} understands it again. */
    static String meaning(Mark mark) {
        return switch (mark) {
            case NUMBER -> "";
            case NIL -> "Noll";
            case NOT_APPLICABLE -> "Kan inte förekomma";
            case MISSING -> "Uppgift saknas";
            case HIDDEN -> "Visas inte på grund av sekretess";
        };
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
