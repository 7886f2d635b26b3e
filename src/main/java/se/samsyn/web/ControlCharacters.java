package se.samsyn.web;

/** Signs that no keyboard writes: they stop databases and files, and hide things in logs. */
public final class ControlCharacters {

    private ControlCharacters() {}

    /** Whether a text of several lines, as a field of a form, holds none but tabs and ends of lines. */
    public static boolean areAbsentIn(String text) {
        return text.chars().noneMatch(sign -> (sign < ' ' && "\t\r\n".indexOf(sign) < 0) || sign == 0x7F);
    }

    /** Whether a name, an address or a header holds none at all. */
    public static boolean areAbsentInLine(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
