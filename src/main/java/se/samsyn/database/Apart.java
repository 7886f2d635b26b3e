package se.samsyn.database;

/**
 * Small work in a transaction of its own while another transaction waits, such as a line in a log that must stand whatever becomes of the
 * other. Its connections are apart from all others: else many who wait with one connection each for a second would wait for each other.
 */
public final class Apart {

    private static final ScopedValue<Boolean> BOUND = ScopedValue.newInstance();

    private Apart() {}

    /** Does the work; the transactions it begins have connections apart. */
    public static void run(Runnable work) {
        ScopedValue.where(BOUND, true).run(work);
    }

    static boolean isBound() {
        return BOUND.isBound();
    }
}
