/**
 * The words every module shares: ids, codes, periods and the figures a reader meets. Uses {@code java.*} alone, owns no SQL
 * table and may be used by all.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package se.samsyn.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
