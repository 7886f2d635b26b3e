/** The port through which modules that hold rows (follow-up, surveys, registers) hand them to {@code table}, and nobody else. */
@NullMarked
@NamedInterface("source")
package se.samsyn.table.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
