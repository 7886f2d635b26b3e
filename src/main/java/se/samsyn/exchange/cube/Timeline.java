package se.samsyn.exchange.cube;

import java.util.List;

/**
 * What PX says of a time dimension.
 *
 * @param scale A1 years, H1 half-years, T1 terms of four months, Q1 quarters, M1 months, W1 weeks, D1 days
 * @param periods one for each category, as the file writes them ({@code 200601}, {@code 20061}); empty if it names no periods
 */
public record Timeline(String scale, List<String> periods) {

    /** Copies the periods. */
    public Timeline {
        periods = List.copyOf(periods);
    }
}
