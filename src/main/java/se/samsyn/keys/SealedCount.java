package se.samsyn.keys;

/**
 * How texts are sealed.
 *
 * @param newest by the newest key
 * @param older by an older key of the ring
 * @param plain not at all
 * @param shut such as cannot be opened: changed, or sealed with a key that is not in the ring
 */
public record SealedCount(long newest, long older, long plain, long shut) {

    /** No texts. */
    public static final SealedCount NONE = new SealedCount(0, 0, 0, 0);

    /** One text, sealed by the newest key. */
    public static final SealedCount NEWEST = new SealedCount(1, 0, 0, 0);

    /** One text, sealed by an older key. */
    public static final SealedCount OLDER = new SealedCount(0, 1, 0, 0);

    /** One text that is not sealed. */
    public static final SealedCount PLAIN = new SealedCount(0, 0, 1, 0);

    /** One text that cannot be opened. */
    public static final SealedCount SHUT = new SealedCount(0, 0, 0, 1);

    /** Together with others. */
    public SealedCount plus(SealedCount other) {
        return new SealedCount(newest + other.newest, older + other.older, plain + other.plain, shut + other.shut);
    }

    /** Whether there is something that can be sealed by the newest key, and is not. */
    public boolean wantsSealing() {
        return older > 0 || plain > 0;
    }

    /** Whether everything is sealed by the newest key. */
    public boolean settled() {
        return older == 0 && plain == 0 && shut == 0;
    }
}
