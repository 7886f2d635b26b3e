/**
 * The engine under crossings: keeps rows as immutable Parquet files of numbers and counts them, with DuckDB in this process or on a
 * Trino cluster that reads the same files. Speaks of columns and codes by number alone, so that nothing anybody types can reach its SQL.
 * Answers with groups that add up, never with rows. Owns no SQL table of the database.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "keys"})
package se.samsyn.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
