/** Pages where indicators are compared and deviations are found. */
@NullMarked
package se.samsyn.indicator.comparison.web;

import org.jspecify.annotations.NullMarked;
