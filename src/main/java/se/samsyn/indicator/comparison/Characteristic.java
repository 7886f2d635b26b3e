package se.samsyn.indicator.comparison;

import se.samsyn.indicator.IndicatorKey;

/**
 * Something that places are alike in, and how much it counts. Written {@code key~weight}.
 *
 * @param weight above 0
 */
public record Characteristic(IndicatorKey indicator, double weight) {

    private static final double MOST = 100;

    /** Checks the weight. */
    public Characteristic {
        if (!(weight > 0) || weight > MOST) {
            throw new IllegalArgumentException("A weight is above 0 and at most 100");
        }
    }

    /**
     * Reads the text form; without a weight it counts once.
     *
     * @throws IllegalArgumentException when it has another form
     */
    public static Characteristic of(String text) {
        String[] parts = text.strip().split("~", 2);
        return new Characteristic(
                new IndicatorKey(parts[0]), parts.length < 2 ? 1 : Double.parseDouble(parts[1].replace(',', '.')));
    }

    @Override
    public String toString() {
        return weight == Math.rint(weight) ? indicator + "~" + Math.round(weight) : indicator + "~" + weight;
    }
}
