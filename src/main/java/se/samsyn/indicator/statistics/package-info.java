/** Statistics. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package se.samsyn.indicator.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
