package se.samsyn.sheet;

/**
 * Text in a file for spreadsheet programs. A text that such a program would take for a formula gets an apostrophe before it, so
 * that it is shown and never run (OWASP, CSV injection).
 */
public final class SafeText {

    private SafeText() {}

    /** The text made harmless. */
    public static String neutral(String text) {
        String seen = text.stripLeading();
        boolean risky = (!text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0)
                || (!seen.isEmpty() && "=+-@".indexOf(seen.charAt(0)) >= 0);
        return risky ? "'" + text : text;
    }

    /** The text as a field between semicolons, harmless and quoted where needed. */
    public static String field(String text) {
        String safe = neutral(text);
        return safe.matches("(?s).*[;\"\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
