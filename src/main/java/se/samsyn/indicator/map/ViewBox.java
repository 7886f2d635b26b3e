package se.samsyn.indicator.map;

import java.util.Locale;

/** The extent of a picture, from 0, 0 in the upper left corner. One unit is as long upwards as to the side. */
public record ViewBox(double width, double height) {

    /** Checks that there is something to see. */
    public ViewBox {
        if (!(width > 0 && height > 0 && width < 1e6 && height < 1e6)) {
            throw new IllegalArgumentException("A view box is wider and higher than nothing");
        }
    }

    /** The value of SVG's attribute {@code viewBox}. */
    public String attribute() {
        return String.format(Locale.ROOT, "0 0 %.1f %.1f", width, height);
    }
}
