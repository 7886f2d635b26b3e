package se.samsyn.engine;

import java.util.List;

/** The engine could not do what it was asked, for a reason of its own. The driver's words are kept out of it: they may quote a value. */
public final class EngineFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final List<String> OF_INPUT = List.of("Invalid Input", "Conversion", "Parser");

    EngineFault(String message) {
        super("The engine failed (" + kind(message) + ")", null, false, true);
    }

    /** Whether it is what was read that the engine could not make sense of, and not the engine itself. */
    public boolean ofInput() {
        return OF_INPUT.stream().anyMatch(String.valueOf(getMessage())::contains);
    }

    /** The first words of the driver's message, up to the colon, which name the kind of fault alone. */
    private static String kind(String message) {
        int end = message.indexOf(':');
        return end > 0 && end < 40 ? message.substring(0, end) : "unknown";
    }
}
