/** What pages meet of the database: how long they wait, and what is said when it is lost, slow or full. */
@NullMarked
package se.samsyn.database.web;

import org.jspecify.annotations.NullMarked;
