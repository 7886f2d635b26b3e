package se.samsyn.exchange;

/**
 * The column that tells one case from another.
 *
 * @param kind what stands in it
 */
public record CaseColumn(String column, Kind kind) {

    /** What identifies a case. */
    public enum Kind {
        /** An id the unit made up itself. */
        LOCAL_ID,
        /** A personal number, made into a keyed pseudonym and then forgotten. */
        PERSONAL_NUMBER
    }
}
