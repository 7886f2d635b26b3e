/** Pages where indicators are imported, and their files. */
@NullMarked
package se.samsyn.exchange.indicators.web;

import org.jspecify.annotations.NullMarked;
