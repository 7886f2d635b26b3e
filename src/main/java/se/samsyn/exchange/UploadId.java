package se.samsyn.exchange;

import java.util.UUID;

/** A file that has been sent in and waits to be imported. Says nothing of its own name. */
public record UploadId(UUID value) {

    /** Reads the text form. */
    public static UploadId of(String text) {
        return new UploadId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
