package se.samsyn.proof;

/** How long the claims may take that can be tried more or less often. */
public enum Length {
    /** Minutes, for every day. */
    SHORT,
    /** As often as is promised, however long it takes; asked for with {@code --long}. */
    LONG;

    /** How many times, of the two. */
    public int of(int few, int many) {
        return this == LONG ? many : few;
    }
}
