package se.samsyn.exchange.cube;

/**
 * Something that is wrong with a file.
 *
 * @param code kind of problem: for JSON-stat the code of the JSON-stat validator (VALUE_LEN_MISMATCH), for PX one of ours
 * @param line the line in the file, from 1, or 0 for the file as a whole
 * @param where the PX keyword, or the JSON pointer; blank for the file as a whole
 * @param text what is wrong and what to do, in Swedish
 */
public record Problem(Severity severity, String code, int line, String where, String text) {

    /** How bad it is. */
    public enum Severity {
        /** The file breaks its format. */
        ERROR,
        /** The file can be read and should be mended. */
        WARNING,
        /** Worth knowing. */
        INFO
    }

    static Problem error(String code, int line, String where, String text) {
        return new Problem(Severity.ERROR, code, line, where, text);
    }

    static Problem warning(String code, int line, String where, String text) {
        return new Problem(Severity.WARNING, code, line, where, text);
    }

    /** The problem as one line of text: place, then what is wrong. */
    public String told() {
        String place = (line > 0 ? "Rad %d".formatted(line) : "") + (line > 0 && !where.isBlank() ? ", " : "") + where;
        return place.isBlank() ? text : place + ": " + text;
    }
}
