package se.samsyn.exchange;

import java.nio.file.Path;
import java.util.Optional;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.UnitId;

/**
 * A file that waits, with what has been decided of it so far.
 *
 * @param file the file as it lies there, sealed; {@link Uploads#read} opens it
 * @param mapping the mapping as it stands; empty until it has been made
 */
public record Upload(UploadId id, Path file, UnitId unit, InstrumentKey instrument, Optional<Mapping> mapping) {}
