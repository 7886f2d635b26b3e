/**
 * The nation, its regions and municipalities, the organisations in them and their units. Owns the SQL tables
 * {@code organisation_*}; holds nothing about clients.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "access"})
package se.samsyn.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
