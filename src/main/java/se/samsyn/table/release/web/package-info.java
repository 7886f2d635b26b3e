/** Pages of release sets: the attack before release for their owner, and what has been released. */
@NullMarked
package se.samsyn.table.release.web;

import org.jspecify.annotations.NullMarked;
