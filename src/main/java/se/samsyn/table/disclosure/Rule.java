package se.samsyn.table.disclosure;

/**
 * When a count is too small to be shown. Zero is always shown.
 *
 * @param least persons a shown cell must have, at least 1; a free cell with 0 &lt; n &lt; least is hidden
 */
public record Rule(int least) {

    /** Checks the least count. */
    public Rule {
        if (least < 1) {
            throw new IllegalArgumentException("The least count of a shown cell is at least 1");
        }
    }

    /** Five persons: the limit of Swedish user surveys in the social services. */
    public static Rule standard() {
        return new Rule(5);
    }

    boolean tooSmall(long persons) {
        return persons > 0 && persons < least;
    }
}
