package se.samsyn.exchange.cube;

/** One of the values of a PX keyword. */
public sealed interface PxValue {

    /** The value without quotes. */
    String text();

    /** A text in quotes; written over several lines it is one text. */
    record Quoted(String text) implements PxValue {}

    /** A word without quotes: {@code YES}, {@code 2}, {@code TLIST(A1)}. */
    record Bare(String text) implements PxValue {}

    /** A step of a hierarchy: {@code "parent":"child"}. */
    record Step(String parent, String child) implements PxValue {

        @Override
        public String text() {
            return child;
        }
    }

    /** What stood in a keyword that is not well formed, as it stood. */
    record Damaged(String text) implements PxValue {}
}
