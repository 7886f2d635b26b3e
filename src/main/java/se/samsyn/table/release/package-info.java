/**
 * Release sets: tables declared together, protected together with what was released before, attacked, looked at by their owner, and then
 * frozen and published. Owns the SQL table {@code table_release}. What it publishes is true counts and hidden cells, never blurred ones.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "access",
            "database",
            "table",
            "table :: source",
            "engine",
            "sheet",
            "table.disclosure",
            "table.crossing"
        })
package se.samsyn.table.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
