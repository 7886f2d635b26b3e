package se.samsyn.keys;

/** Keys are lost, belong to other data, or are not what a text was sealed with. Says what happened and what to do, in Swedish, for the operator. */
public final class KeyFault extends RuntimeException {

    /** What is wrong. */
    public enum Kind {
        /** The data was sealed with keys that are not in the key folder. */
        LOST,
        /** There are keys, but not those that the data was sealed with. */
        FOREIGN,
        /** A file or a sealed text is not as it was written. */
        DAMAGED
    }

    private final Kind kind;
    private final String remedy;

    KeyFault(Kind kind, String fact, String remedy) {
        super(fact);
        this.kind = kind;
        this.remedy = remedy;
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** What the operator can do. */
    public String remedy() {
        return remedy;
    }
}
