package se.samsyn.exchange.indicators;

import java.nio.file.Path;

/**
 * A file to import.
 *
 * @param name as its sender calls it
 */
public record Received(Path file, String name) {

    /** A file under its own name. */
    public static Received of(Path file) {
        return new Received(file, String.valueOf(file.getFileName()));
    }
}
