package se.samsyn.proof.trust;

import java.util.List;

/**
 * Something that reads what others made.
 *
 * @param seeds inputs it takes, to damage
 * @param share how often it is tried, of all
 * @param refusals the exceptions that are its way of refusing
 */
record Parser(String name, List<byte[]> seeds, int share, Reading reading, List<Class<? extends Exception>> refusals) {

    Parser {
        refusals = List.copyOf(refusals);
    }

    /** Reads one input. */
    @FunctionalInterface
    interface Reading {
        void read(byte[] input) throws Exception;
    }

    /** Whether the fault is no crash but a refusal. */
    boolean refuses(Throwable fault) {
        return refusals.stream().anyMatch(kind -> kind.isInstance(fault));
    }
}
