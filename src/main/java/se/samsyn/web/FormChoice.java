package se.samsyn.web;

/**
 * One thing to choose in a field.
 *
 * @param value what the browser sends
 * @param state whether it is chosen now
 */
public record FormChoice(String value, String label, State state) {

    /** Chosen or not. */
    public enum State {
        CHOSEN,
        OPEN;

        /** The state of a choice that is chosen if so. */
        public static State of(boolean chosen) {
            return chosen ? CHOSEN : OPEN;
        }
    }

    /** Whether it is chosen now. */
    public boolean chosen() {
        return state == State.CHOSEN;
    }
}
