/**
 * Compares: an indicator for a place, for others like it and over time, by sex, with its uncertainty, as charts, ranks and maps, each with a
 * table and a sentence that says what can be concluded; and the deviations that follow from it. Owns no SQL table; reads what {@code indicator} holds.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "access",
            "organisation",
            "table",
            "indicator",
            "indicator.statistics",
            "indicator.map"
        })
package se.samsyn.indicator.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
