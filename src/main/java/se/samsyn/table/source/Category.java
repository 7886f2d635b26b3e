package se.samsyn.table.source;

import se.samsyn.kernel.Wording;

/** One alternative of a variable: the code that answers carry and the label that readers see. */
public record Category(String code, Wording label) {

    /** Checks that there is a code. */
    public Category {
        if (code.isBlank()) {
            throw new IllegalArgumentException("A category needs a code");
        }
    }
}
