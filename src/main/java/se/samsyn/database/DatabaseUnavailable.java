package se.samsyn.database;

/** The database cannot be started or reached. Says what happened and what to do about it, in Swedish, for the operator. */
public final class DatabaseUnavailable extends RuntimeException {

    private final String remedy;

    DatabaseUnavailable(String fact, String remedy) {
        super(fact);
        this.remedy = remedy;
    }

    DatabaseUnavailable(String fact, String remedy, Throwable cause) {
        super(fact, cause);
        this.remedy = remedy;
    }

    /** What the operator can do. */
    public String remedy() {
        return remedy;
    }
}
