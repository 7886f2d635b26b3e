/**
 * Crosses any variables of any data set, for logged-in use: every count is blurred, and every question is held against what was asked
 * before. Owns the SQL tables {@code table_*}: saved crossings and the ledger of what has been asked. Rows come from {@link
 * se.samsyn.table.source.Stocks}; nothing but a {@link se.samsyn.table.crossing.Crosstab} leaves.
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
            "table.disclosure",
            "sheet"
        })
package se.samsyn.table.crossing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
