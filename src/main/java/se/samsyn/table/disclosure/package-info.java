/**
 * Disclosure control, pure Java: which cells of a set of linked tables must be hidden so that nobody can be revealed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package se.samsyn.table.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
