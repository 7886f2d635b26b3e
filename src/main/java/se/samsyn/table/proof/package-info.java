/**
 * Claims of the protection of tables, for the program's own validation: the same cells hidden, the same bounds, noise and rounding as
 * published packages give, and made-up tables attacked. Reads the reference results as they are, with the calls that made them. Owns no SQL table.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "proof",
            "table",
            "table :: source",
            "table.disclosure",
            "table.crossing"
        })
package se.samsyn.table.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
