/**
 * Claims of access, law and trust, for the program's own validation: nobody reads or writes what is another's, nobody is found by what they
 * are like, protected persons are seen nowhere they should not be, nothing that was acknowledged is lost, and nothing that is sent makes the
 * program fall over; and the bench of many people at once. Tries the program as its users meet it: over HTTP, signed in. Owns no SQL table.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "access",
            "organisation",
            "instrument",
            "followup",
            "register",
            "sheet",
            "table",
            "proof"
        })
package se.samsyn.proof.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
