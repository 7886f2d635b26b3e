/**
 * Claims of files of indicators, for the program's own validation: published PX and JSON-stat files read as their makers say, Kolada's own
 * lists imported and found, and bad input refused with nothing stored. Owns no SQL table.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "proof",
            "table",
            "organisation",
            "indicator",
            "exchange",
            "exchange.cube",
            "exchange.opendata",
            "exchange.person",
            "exchange.indicators"
        })
package se.samsyn.exchange.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
