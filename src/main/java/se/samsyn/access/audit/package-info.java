/**
 * Keeps the access log honest and has it looked at: gives every line a place in a signed chain, finds what has been changed in it, and
 * leads the reviewer through the recurring check of it (SoLPuL 2001:454 10 §). Owns the SQL tables {@code access_seal}, {@code
 * access_unsealed} and {@code access_check*} and the folder {@code audit} in the data folder; reads {@code access_log} and writes it
 * through {@link se.samsyn.access.AccessLog} alone.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "keys", "web", "access"})
package se.samsyn.access.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
