package se.samsyn.proof;

import java.util.List;

/**
 * Something that reads what others made.
 *
 * @param seeds inputs it takes, to damage
 * @param share how often it is tried, of all
 * @param refusals the exceptions that are its way of refusing
 */
public record Parser(
        String name, List<byte[]> seeds, int share, Reading reading, List<Class<? extends Exception>> refusals) {

    /** Copies the lists. */
    public Parser {
        seeds = List.copyOf(seeds);
        refusals = List.copyOf(refusals);
    }

    /** Reads one input. */
    @FunctionalInterface
    public interface Reading {
        /** Answers, or throws what the parser refuses with. */
        void read(byte[] input) throws Exception;
    }

    /** Whether the fault is no crash but a refusal. */
    public boolean refuses(Throwable fault) {
        return refusals.stream().anyMatch(kind -> kind.isInstance(fault));
    }
}
