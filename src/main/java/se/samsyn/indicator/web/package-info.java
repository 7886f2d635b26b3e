/** Pages where indicators are found, defined and looked after. */
@NullMarked
package se.samsyn.indicator.web;

import org.jspecify.annotations.NullMarked;
