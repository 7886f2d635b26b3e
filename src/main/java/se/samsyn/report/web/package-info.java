/** Pages where results are read. */
@NullMarked
package se.samsyn.report.web;

import org.jspecify.annotations.NullMarked;
