/**
 * Claims of the statistics of indicators, for the program's own validation: the numbers that other programs printed, and what must hold of
 * figures made up for the purpose; and their bench: how fast a country's values are imported, compared, found and read. Owns no SQL table.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organisation",
            "table",
            "proof",
            "indicator",
            "indicator.comparison",
            "indicator.map",
            "indicator.statistics"
        })
package se.samsyn.indicator.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
