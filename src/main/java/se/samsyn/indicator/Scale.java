package se.samsyn.indicator;

/** What the number of an indicator is, which decides how it is written and which statistics fit it. */
public enum Scale {
    /** A share of all, told as per cent: 0 to 100. */
    PERCENT(100),
    PER_1000(1_000),
    PER_10000(10_000),
    PER_100000(100_000),
    /** A number of persons, cases or things. */
    COUNT(0),
    MEAN(0),
    MEDIAN(0),
    /** Money, an index, or another number of which nothing more is known. */
    OTHER(0);

    private final int base;

    Scale(int base) {
        this.base = base;
    }

    /** Of how many it is told: 100 for per cent, 0 where it is not of a whole. */
    public int base() {
        return base;
    }

    /** Whether it is a part of a whole, so that it has a numerator and a denominator. */
    public boolean isOfWhole() {
        return base > 0;
    }
}
