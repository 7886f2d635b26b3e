/**
 * What leaves Samsyn about persons: exports that two people answer for, marked in both their names, and all about one case for the person
 * it is about. Owns the SQL table {@code followup_handout}, which holds wishes and never rows; reaches cases through the doors of
 * {@code followup} alone. Used by the story of the demo.
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
            "sheet",
            "followup",
            "followup.retention"
        })
package se.samsyn.followup.handout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
