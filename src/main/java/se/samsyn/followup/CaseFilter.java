package se.samsyn.followup;

/**
 * Which cases of a unit to list. By state and the beginning of the local id, never by any trait of a person; protected persons are
 * not found by id either, since their ids are not for lists.
 *
 * @param text the beginning of a local id, or empty
 */
public record CaseFilter(State state, String text) {

    /** All open cases. */
    public static final CaseFilter OPEN = new CaseFilter(State.OPEN, "");

    /** Open cases, closed ones, or both. */
    public enum State {
        OPEN,
        CLOSED,
        ALL
    }
}
