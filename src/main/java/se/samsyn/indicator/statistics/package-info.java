/**
 * The statistics behind indicators: shares, rates, means and quantiles with intervals, standardised rates, funnel limits, ranks with their doubt,
 * trends, inequality and the part of chance. Pure functions of numbers; knows nothing of indicators, places or tables.
 *
 * <p>An interval that cannot be had is an empty {@link java.util.Optional}; a number that cannot be, such as more persons than there are, is an
 * {@link IllegalArgumentException}. Owns no SQL tables and reads none. For {@code indicator} and for the program's own validation.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package se.samsyn.indicator.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
