/**
 * Claims of the statistics of indicators, for the program's own validation: the numbers that other programs printed, and what must hold of
 * figures made up for the purpose. Owns no SQL table.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "proof", "indicator.statistics"})
package se.samsyn.indicator.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
