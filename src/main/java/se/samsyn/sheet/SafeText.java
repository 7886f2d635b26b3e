package se.samsyn.sheet;

import java.util.regex.Pattern;

/**
 * Text in a file for spreadsheet programs. A text that such a program would take for a formula gets an apostrophe before it, so
 * that it is shown and never run (OWASP, CSV injection).
 */
public final class SafeText {

    /** What a formula begins with, also in the wide forms that East Asian keyboards write. */
    private static final String STARTS = "=+-@＝＋－＠";

    /** Space of any kind, and signs without width, before the first that is seen. */
    private static final Pattern UNSEEN = Pattern.compile("^[\\s\\p{Z}\\p{Cf}\\p{Cc}]+");

    private SafeText() {}

    /** The text made harmless. */
    public static String neutral(String text) {
        String seen = UNSEEN.matcher(text).replaceFirst("");
        boolean risky = (!text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0)
                || (!seen.isEmpty() && STARTS.indexOf(seen.charAt(0)) >= 0);
        return risky ? "'" + text : text;
    }

    /** The text as a field between semicolons, harmless and quoted where needed. */
    public static String field(String text) {
        String safe = neutral(text);
        return safe.matches("(?s).*[;\"\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
