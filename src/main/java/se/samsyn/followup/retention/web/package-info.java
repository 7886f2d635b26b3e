/** Pages of retention: rules, what is due, proposals and receipts. */
@NullMarked
package se.samsyn.followup.retention.web;

import org.jspecify.annotations.NullMarked;
