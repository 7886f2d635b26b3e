package se.samsyn.exchange.opendata;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of an answer as they came. Equal when the bytes are. */
public final class AnswerBytes {

    private final byte[] bytes;

    /** Takes the bytes over; they are not to be changed after. */
    AnswerBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy. */
    public byte[] copy() {
        return bytes.clone();
    }

    /** Reads them from the start, without a copy. */
    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /** How many they are. */
    public int size() {
        return bytes.length;
    }

    /** The bytes themselves. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnswerBytes same && Arrays.equals(bytes, same.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
