package se.samsyn.proof;

/** What became of a claim when it was tried. */
public sealed interface Verdict {

    /** What was measured, in few words; for a claim that was not tried, why. */
    String figure();

    /** It is as claimed. */
    record Holds(String figure) implements Verdict {}

    /** It is not. */
    record Fails(String figure) implements Verdict {}

    /** It could not be tried. */
    record Skipped(String figure) implements Verdict {}

    /** Holds if so. */
    static Verdict of(boolean holds, String figure) {
        return holds ? new Holds(figure) : new Fails(figure);
    }
}
