package se.samsyn.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something was sent that no page of ours sends. Thrown where input is read, and nowhere deeper: a fault in there is our own. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1;

    private BadInput(IllegalArgumentException cause) {
        super("What was sent cannot be read", cause);
    }

    /** Demands a choice that every page of ours sends. */
    public static void need(@Nullable Object chosen) {
        if (chosen == null) {
            throw new BadInput(new IllegalArgumentException("Nothing was chosen"));
        }
    }

    /** Reads what was sent; what cannot be read is a bad request. */
    public static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException unreadable) {
            throw new BadInput(unreadable);
        }
    }
}
