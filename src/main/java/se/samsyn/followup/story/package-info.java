/**
 * What the fictional county tells of time: old cases erased by two persons, files handed out, and one that waits. Runs in demo mode only;
 * owns no SQL table.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "access",
            "organisation",
            "demo",
            "followup",
            "followup.retention",
            "followup.handout"
        })
package se.samsyn.followup.story;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
