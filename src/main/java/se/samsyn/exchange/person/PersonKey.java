package se.samsyn.exchange.person;

import java.util.regex.Pattern;

/**
 * The keyed pseudonym of a person in one municipality: the same person always gets the same, and nobody without the municipality's
 * key can tell whose it is or try numbers against it.
 *
 * @param value {@code P-} and 26 letters and digits (130 bits of an HMAC-SHA-256)
 */
public record PersonKey(String value) {

    private static final Pattern FORM = Pattern.compile("P-[A-Z2-7]{26}");

    /** Checks the form. */
    public PersonKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the pseudonym of a person");
        }
    }
}
