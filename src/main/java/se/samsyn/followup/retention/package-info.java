/**
 * How long cases are kept: rules by place and instrument, what is due, erasure by two persons with a receipt, and what makes a restored
 * backup forget again. Owns the SQL tables {@code followup_rule}, {@code followup_keeping} and {@code followup_erasure}; reaches
 * cases through the doors of {@code followup} alone. Used by the story of the demo.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "access",
            "organisation",
            "instrument",
            "database",
            "keys",
            "table",
            "followup"
        })
package se.samsyn.followup.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
