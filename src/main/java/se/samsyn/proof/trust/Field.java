package se.samsyn.proof.trust;

/** A field of a form or of an address, as it is sent. */
record Field(String name, String value) {

    /** A field written as {@code name=value}. */
    static Field of(String text) {
        int at = text.indexOf('=');
        return new Field(text.substring(0, at), text.substring(at + 1));
    }
}
