/**
 * The program's own validation: claims that users can have tried on generated data and on reference data, and the bench. May use
 * every module, as its users do; a module that has claims of its own to add makes a {@link se.samsyn.proof.Part}. Owns no SQL table.
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
            "table :: source",
            "engine",
            "register",
            "exchange",
            "report"
        })
package se.samsyn.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
