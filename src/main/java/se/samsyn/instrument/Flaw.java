package se.samsyn.instrument;

import java.util.List;

/** What is wrong with a form itself: where (a variable or scale key), the message's code and its arguments. */
public record Flaw(String where, String code, List<String> args) {

    /** Copies the arguments. */
    public Flaw {
        args = List.copyOf(args);
    }

    static Flaw of(String where, String name, String... args) {
        return new Flaw(where, "instrument.flaw." + name, List.of(args));
    }
}
