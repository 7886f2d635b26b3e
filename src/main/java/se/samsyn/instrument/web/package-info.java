/** The pages about instruments: what is asked, why, and the place's own variables. */
@NullMarked
package se.samsyn.instrument.web;

import org.jspecify.annotations.NullMarked;
