/**
 * Reading of rows from CSV and XLSX files that nobody can be sure of: says what it saw, lets it be overridden, and answers with
 * problems by row and column instead of exceptions. Also makes text harmless where it is
 * written for spreadsheet programs ({@link se.samsyn.sheet.SafeText}). Knows nothing of cases; owns no SQL table.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package se.samsyn.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
