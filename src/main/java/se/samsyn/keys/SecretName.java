package se.samsyn.keys;

import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;

/** What a secret is called: {@code person-2080} or {@code record}, also its file in the key folder. */
public record SecretName(String value) {

    /** Checks the name. */
    public SecretName {
        if (!value.matches("[a-z]{3,20}(-\\d{4})?")) {
            throw new IllegalArgumentException("A secret is not called that");
        }
    }

    /** The secret of a use in a municipality. */
    public static SecretName of(String use, PlaceCode municipality) {
        if (municipality.level() != Level.MUNICIPALITY) {
            throw new IllegalArgumentException("Only a municipality has a secret of its own");
        }
        return new SecretName(use + "-" + municipality);
    }

    @Override
    public String toString() {
        return value;
    }
}
