/**
 * Accounts from the machine itself and from files: reads a list of those who work somewhere, says what would be opened, changed and
 * closed, and does it when told to; all of it or nothing. Owns no SQL table; accounts live in {@code access}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "organisation", "sheet"})
package se.samsyn.access.provisioning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
