/** Who reaches the watchers' port. */
@NullMarked
package se.samsyn.operation.web;

import org.jspecify.annotations.NullMarked;
