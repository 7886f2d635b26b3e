/**
 * The PostgreSQL under Samsyn: brings a server along in a data folder or joins one by address, keeps the roles that own, migrate,
 * use and copy the tables apart, and tells every connection whose rows it may see ({@link se.samsyn.database.RowScope}). It
 * exists so that row-level security has one home that no query can forget: connections are handed out here and nowhere else.
 * Owns no table, only the SQL functions {@code database_*} that row-level policies call. All modules with tables stand on it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "keys"})
package se.samsyn.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
