/**
 * The face of Samsyn: page shell, navigation, error pages, and the fragments for forms, tables and charts. Owns no SQL table;
 * every module's pages use it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "keys"})
package se.samsyn.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
