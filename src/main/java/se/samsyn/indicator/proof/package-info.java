/** The bench of indicators: how fast a country's values are imported, compared, found and read. Owns no SQL table. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "organisation", "table", "proof", "indicator"})
package se.samsyn.indicator.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
