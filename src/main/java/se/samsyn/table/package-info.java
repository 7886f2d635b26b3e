/**
 * The only door out for figures: counts and compares what the sources hold and gives protected tables. Owns no persons.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "database", "table.disclosure", "engine"})
package se.samsyn.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
