/**
 * Pages for those who read results: sees protected tables only, never persons. Owns no SQL table yet.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "organisation", "table"})
package se.samsyn.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
