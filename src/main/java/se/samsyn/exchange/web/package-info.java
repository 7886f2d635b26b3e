/** The pages of import and the addresses of exported tables. */
@NullMarked
package se.samsyn.exchange.web;

import org.jspecify.annotations.NullMarked;
