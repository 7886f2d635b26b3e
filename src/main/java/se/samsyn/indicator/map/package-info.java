/**
 * Maps of Sweden as shapes alone: a layout of the municipalities and one of the regions as equal tiles, and real boundaries read
 * from a GeoJSON file. Gives paths, label points and the way from place to place by arrow keys; knows no figures, no colours and
 * no page. Used by the pages of {@code indicator}. Pure: {@code java.*} and a streaming JSON reader; owns no SQL table.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package se.samsyn.indicator.map;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
