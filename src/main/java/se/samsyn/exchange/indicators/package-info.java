/**
 * Indicators in and out: turns answers and files from Kolada, PX, JSON-stat, PxWeb, CSV and XLSX into deliveries, and writes an indicator
 * as CSV, XLSX, PX and JSON-stat. An import is all or nothing, and says what it left out. Owns no SQL table: values live in {@code indicator}.
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
            "sheet",
            "exchange.cube",
            "exchange.opendata"
        })
package se.samsyn.exchange.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
