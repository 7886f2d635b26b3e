package se.samsyn.table.crossing;

import java.util.Optional;

/**
 * A number to average, or its change between two times of the same persons. Written {@code field} or {@code field@from~to}.
 *
 * @param to the later time, for a change
 */
public record NumberKey(String field, Optional<String> from, Optional<String> to) {

    /**
     * Reads the text form.
     *
     * @throws CrossingFault when a change lacks one of its times
     */
    public static NumberKey of(String text) {
        int tilde = text.indexOf('~');
        int at = text.lastIndexOf('@', tilde < 0 ? text.length() : tilde);
        if (tilde < 0) {
            return new NumberKey(text.strip(), Optional.empty(), Optional.empty());
        }
        if (at < 1 || tilde == text.length() - 1 || tilde == at + 1) {
            throw new CrossingFault("change-form", text);
        }
        return new NumberKey(
                text.substring(0, at).strip(),
                Optional.of(text.substring(at + 1, tilde).strip()),
                Optional.of(text.substring(tilde + 1).strip()));
    }

    @Override
    public String toString() {
        return from.isPresent() && to.isPresent() ? field + "@" + from.get() + "~" + to.get() : field;
    }
}
