/** Pages where variables are crossed. */
@NullMarked
package se.samsyn.table.crossing.web;

import org.jspecify.annotations.NullMarked;
