/**
 * Forms: variables, questions, scales, skip rules and versions. Owns the SQL tables {@code instrument_*}; holds no answers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "access"})
package se.samsyn.instrument;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
