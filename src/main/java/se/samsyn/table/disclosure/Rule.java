package se.samsyn.table.disclosure;

/**
 * When a cell must not be shown, and what is known of empty ones.
 *
 * @param least persons a shown cell must have, at least 1; a free cell with 0 &lt; n &lt; least is hidden
 * @param zeros what is known of empty cells
 * @param insiders group disclosure: it must not be possible for this many persons who know of themselves to tell that everybody
 *     else of a group is in one part of it; 0 guards against outsiders alone, {@link #NO_GROUPS} is no such rule. Where empty cells
 *     are known to all, so is that everybody is in one part: then the rule only keeps few from being told. The guard is
 *     against adding and subtracting; bounds of several sums together may still tell a group
 * @param amounts the rule for amounts
 * @param width how far apart the least and the most that an attacker can tell of a hidden count must lie, whatever the care
 *     taken; 0 for no such rule
 */
public record Rule(int least, Zeros zeros, int insiders, AmountRule amounts, double width) {

    /** No rule against group disclosure. */
    public static final int NO_GROUPS = -1;

    /** Checks the parts. */
    public Rule {
        if (least < 1 || insiders < NO_GROUPS || !(width >= 0)) {
            throw new IllegalArgumentException(
                    "The least count of a shown cell is at least 1, and insiders are not negative");
        }
    }

    /** The least count alone, empty cells known to all. */
    public Rule(int least) {
        this(least, Zeros.KNOWN, NO_GROUPS, AmountRule.NONE, 0);
    }

    /** Five persons: the limit of Swedish user surveys in the social services. */
    public static Rule standard() {
        return new Rule(5);
    }

    /** The same rule with another of zeros. */
    public Rule with(Zeros changed) {
        return new Rule(least, changed, insiders, amounts, width);
    }

    /** The same rule with another of amounts. */
    public Rule with(AmountRule changed) {
        return new Rule(least, zeros, insiders, changed, width);
    }

    /** The same rule against group disclosure with so many insiders. */
    public Rule withInsiders(int changed) {
        return new Rule(least, zeros, changed, amounts, width);
    }

    /** The same rule with another least width of what an attacker can tell. */
    public Rule withWidth(double changed) {
        return new Rule(least, zeros, insiders, amounts, changed);
    }

    boolean tooSmall(long persons) {
        return persons == 0 ? zeros == Zeros.PROTECTED : persons < least;
    }
}
