/**
 * The keys that stand between the data and whoever gets hold of the disk: one ring per use, and per municipality where the use has to do
 * with people, in a folder outside the data folder. Seals texts and copies, signs the log, and says plainly when keys are lost or
 * belong to other data. Owns the SQL table {@code keys_ring}, which remembers which keys the data was sealed with, never the keys.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package se.samsyn.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
