/**
 * Who may do what, and who did: accounts, actors, roles, purposes, decisions and the access log. Owns the SQL tables
 * {@code access_*}. All modules ask it before they show a person.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "keys", "web", "sheet", "access.factor"})
package se.samsyn.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
