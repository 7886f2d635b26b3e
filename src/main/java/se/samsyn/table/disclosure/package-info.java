/**
 * Disclosure control, usable on its own: what of a set of linked tables must be hidden, rounded or blurred so that nobody can be revealed, and what an
 * attacker could still tell. Plain Java and solvers; knows nothing of the rest of the program.
 *
 * <p>Hiding: put every cell of one release in {@link se.samsyn.table.disclosure.LinkedTables} - by hand, or by {@link
 * se.samsyn.table.disclosure.CrossTables} for crossings - ask {@link se.samsyn.table.disclosure.Suppression} under a {@link
 * se.samsyn.table.disclosure.Rule} for a {@link se.samsyn.table.disclosure.Hiding}, and show what it does not hide. Earlier releases are
 * entered as shown or concealed ({@link se.samsyn.table.disclosure.Standing}). {@link se.samsyn.table.disclosure.Attacker} tells what somebody who sees
 * the rest can work out.
 *
 * <p>Rounding: {@link se.samsyn.table.disclosure.SmallCountRounding} alters small counts so that all tables still add up. Noise: {@link
 * se.samsyn.table.disclosure.RecordKeys} and {@link se.samsyn.table.disclosure.NoiseTable} give the same persons the same noise at
 * all times; {@link se.samsyn.table.disclosure.BlurredTable} blurs a crossing with all its margins, {@link
 * se.samsyn.table.disclosure.BlurredSums} counts that hang together otherwise, {@link se.samsyn.table.disclosure.BlurredSample} means.
 *
 * <p>Owns no SQL tables and reads none. For {@code table}, and for the program's own validation; others meet its result as protected
 * tables.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package se.samsyn.table.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
