/**
 * Disclosure control, pure Java: which cells of a set of linked tables must be hidden so that nobody can be revealed.
 *
 * <p>Put every cell of one release in {@link se.samsyn.table.disclosure.LinkedTables}, ask {@link
 * se.samsyn.table.disclosure.Suppression} for a {@link se.samsyn.table.disclosure.Hiding}, show what it does not hide. Owns
 * no SQL tables and reads none. For {@code table} alone: others meet its result as hidden cells of protected tables.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package se.samsyn.table.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
