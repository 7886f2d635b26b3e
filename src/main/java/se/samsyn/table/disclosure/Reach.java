package se.samsyn.table.disclosure;

/**
 * What an attacker can tell of a sum.
 *
 * @param least it can be
 * @param most it can be; {@link Double#POSITIVE_INFINITY} where nothing holds it
 */
public record Reach(double least, double most) {

    private static final double NEARLY = 1e-6;

    /** Whether it is told exactly. */
    public boolean exact() {
        return width() < NEARLY;
    }

    /** Whether there is but one whole count between the least and the most. */
    boolean exactInWholePersons() {
        return Math.floor(most + NEARLY) <= Math.ceil(least - NEARLY);
    }

    /** Whether the least and the most lie so far apart. */
    boolean isOpen(double wanted) {
        return width() >= wanted - NEARLY;
    }

    /** How far apart the least and the most lie. */
    public double width() {
        return most - least;
    }
}
