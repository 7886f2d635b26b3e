/**
 * Personal numbers at the border: checks them, turns them into keyed pseudonyms and finds those that hide in text. Nothing behind
 * this package ever sees a number. Owns no SQL table; its keys lie in the key folder.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package se.samsyn.exchange.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
