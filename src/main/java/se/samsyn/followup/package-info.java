/**
 * All personal data: cases, interventions, occasions with answers, and goals. Owns the SQL tables {@code followup_*}, which stand
 * under row-level security; what people have written lies sealed in them. Nobody may import it but exchange (import of cases), demo,
 * proof, and the modules nested in it: retention (how long cases are kept), handout (what leaves) and story (the demo).
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
            "table :: source"
        })
package se.samsyn.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
