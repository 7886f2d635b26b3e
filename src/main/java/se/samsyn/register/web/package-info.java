/** Pages where registers are imported and looked after. */
@NullMarked
package se.samsyn.register.web;

import org.jspecify.annotations.NullMarked;
