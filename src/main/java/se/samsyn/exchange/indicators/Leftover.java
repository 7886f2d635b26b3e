package se.samsyn.exchange.indicators;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Things of one kind that were left out: the first of them by name, and how many. */
final class Leftover {

    private static final int NAMED = 8;

    private final Set<String> names = new LinkedHashSet<>();

    void add(String name) {
        names.add(name);
    }

    int size() {
        return names.size();
    }

    /** The first ones, and how many more. */
    String told() {
        String some = String.join(", ", names.stream().limit(NAMED).toList());
        return names.size() > NAMED ? some + " och " + (names.size() - NAMED) + " till" : some;
    }

    /** Gives a sentence with what was left out to the taker, if anything was. */
    void tell(String sentence, Consumer<String> taker) {
        if (!names.isEmpty()) {
            taker.accept(sentence.formatted(names.size(), told()));
        }
    }
}
