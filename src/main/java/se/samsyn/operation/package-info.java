/**
 * Running Samsyn: whether it is ready for work, figures for those who watch over it, the service unit, and what the program is made
 * of. Says nothing about anybody, and is reached from the machine itself alone. Owns no SQL table.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "keys"})
package se.samsyn.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
