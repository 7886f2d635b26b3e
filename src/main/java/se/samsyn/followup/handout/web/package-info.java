/** Pages of what is handed out about persons, and to the person herself. */
@NullMarked
package se.samsyn.followup.handout.web;

import org.jspecify.annotations.NullMarked;
