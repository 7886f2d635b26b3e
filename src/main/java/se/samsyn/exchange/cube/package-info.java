/**
 * Statistical cubes in and out: reads and writes PX files (Statistics Sweden's PC-Axis format, axis version 2013 and older) and
 * JSON-stat (2.0, and 1.x in). Both map to and from one neutral {@link se.samsyn.exchange.cube.Cube}, in which the kinds of empty
 * cells stay apart. Pure format code: knows nothing of indicators, tables or people, and owns no SQL table. Whoever imports
 * published figures or exports protected ones may use it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package se.samsyn.exchange.cube;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
