package se.samsyn.instrument;

import java.util.List;

/**
 * What is wrong with one answer: the variable, the code of the message that tells the user, and the message's arguments (bounds
 * and lengths, never the answer).
 */
public record Fault(VariableKey variable, String code, List<String> args) {

    /** Copies the arguments. */
    public Fault {
        args = List.copyOf(args);
    }

    static Fault of(VariableKey variable, Kind kind, String... args) {
        return new Fault(variable, kind.code(), List.of(args));
    }

    /** The kinds of fault, each with its message. */
    enum Kind {
        UNKNOWN_VARIABLE("unknown-variable"),
        NOT_IN_PHASE("not-in-phase"),
        WRONG_KIND("wrong-kind"),
        UNKNOWN_OPTION("unknown-option"),
        ONE_OPTION_ONLY("one-option-only"),
        NONE_STANDS_ALONE("none-stands-alone"),
        SPECIAL_NOT_ALLOWED("special-not-allowed"),
        OUT_OF_RANGE("out-of-range"),
        NOT_WHOLE("not-whole"),
        TOO_MANY_DECIMALS("too-many-decimals"),
        TOO_LONG("too-long"),
        IN_THE_FUTURE("in-the-future"),
        BEFORE_1900("before-1900"),
        SKIPPED("skipped"),
        REQUIRED("required"),
        NOT_A_NUMBER("not-a-number"),
        NOT_A_DAY("not-a-day"),
        PERSONAL_NUMBER("personal-number"),
        ANSWER_AND_SPECIAL("answer-and-special");

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        String code() {
            return "instrument.fault." + name;
        }
    }
}
