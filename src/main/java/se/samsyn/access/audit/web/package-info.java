/** Pages of the recurring check of the log. */
@NullMarked
package se.samsyn.access.audit.web;

import org.jspecify.annotations.NullMarked;
