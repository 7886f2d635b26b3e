/** Samsyn: one module per package; docs/map.md shows how they may use each other. */
@NullMarked
package se.samsyn;

import org.jspecify.annotations.NullMarked;
