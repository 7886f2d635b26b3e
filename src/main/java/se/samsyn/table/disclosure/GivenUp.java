package se.samsyn.table.disclosure;

/** Thrown by long work when its thread was interrupted: somebody has given it up. */
public final class GivenUp extends RuntimeException {

    private static final long serialVersionUID = 1;

    private GivenUp() {
        super("The work was given up");
    }

    /** Stops here if somebody has given the work up. */
    static void look() {
        if (Thread.currentThread().isInterrupted()) {
            throw new GivenUp();
        }
    }
}
