/**
 * Files in and out: reads CSV and XLSX with cases, and writes protected tables. Owns the SQL tables {@code exchange_*}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "keys",
            "web",
            "access",
            "organisation",
            "instrument",
            "followup",
            "table",
            "sheet",
            "exchange.person"
        })
package se.samsyn.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
