/**
 * The fictional county: made-up units, cases and answers for trying Samsyn out. Runs in demo mode only.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "web",
            "access",
            "organisation",
            "instrument",
            "followup",
            "table",
            "indicator",
            "exchange",
            "report"
        })
package se.samsyn.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
