package se.samsyn.engine;

import java.util.Set;

/** Rows with one of these codes; {@link Coded#EMPTY} is one of them where rows without a value are meant. */
public record Condition(Coded of, Set<Integer> codes) {

    /** Copies the codes; with none, no row would be left. */
    public Condition {
        codes = Set.copyOf(codes);
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("A condition names at least one code");
        }
    }
}
