package se.samsyn.table.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.samsyn.engine.Coded;
import se.samsyn.engine.Condition;
import se.samsyn.engine.Question;
import se.samsyn.table.source.Codebook;
import se.samsyn.table.source.Stock;

/**
 * Whom a question is about: for each column with a condition, the codes that are kept. Two questions in other words about the same codes are
 * about the same population.
 */
record Population(Map<Trait, Set<Integer>> kept) {

    /**
     * What is known of a person.
     *
     * @param period the position of another period's code, from 1; 0 for the row itself
     */
    record Trait(int column, int period) implements Comparable<Trait> {

        @Override
        public int compareTo(Trait other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return column + "." + period;
        }
    }

    /**
     * Of conditions.
     *
     * @param moments the codes of the other periods that the conditions speak of
     */
    static Population of(List<Condition> conditions, List<Integer> moments) {
        Map<Trait, Set<Integer>> kept = new TreeMap<>();
        conditions.forEach(condition -> kept.put(trait(condition.of(), moments), condition.codes()));
        return new Population(kept);
    }

    static Trait trait(Coded of, List<Integer> moments) {
        return new Trait(of.column(), of.moment() == 0 ? 0 : moments.get(of.moment() - 1) + 1);
    }

    /** Those who are in both; empty where the conditions say that nobody is. */
    Optional<Population> and(Population other) {
        Map<Trait, Set<Integer>> both = new TreeMap<>(kept);
        other.kept.forEach((trait, codes) -> both.merge(trait, codes, (one, two) -> {
            Set<Integer> common = new TreeSet<>(one);
            common.retainAll(two);
            return common;
        }));
        return both.values().stream().anyMatch(Set::isEmpty) ? Optional.empty() : Optional.of(new Population(both));
    }

    /** The question how many they are; empty where the rows no longer have what the conditions speak of. */
    Optional<Question> counted(Stock stock) {
        List<Codebook.Field> fields = stock.codebook().fields();
        List<Integer> moments = kept.keySet().stream()
                .filter(trait -> trait.period() > 0)
                .map(trait -> trait.period() - 1)
                .distinct()
                .toList();
        boolean known = kept.keySet().stream()
                .allMatch(trait -> trait.column() < fields.size()
                        && fields.get(trait.column()).values() instanceof Codebook.Codes
                        && trait.period() <= stock.codebook().periods().size());
        if (!known) {
            return Optional.empty();
        }
        List<Condition> conditions = new ArrayList<>();
        kept.forEach((trait, codes) -> conditions.add(new Condition(
                new Coded(trait.column(), trait.period() == 0 ? 0 : moments.indexOf(trait.period() - 1) + 1), codes)));
        int period = moments.isEmpty() ? -1 : stock.codebook().period().orElse(-1);
        return Optional.of(new Question(stock.rows(), List.of(), conditions, moments, period, Optional.empty()));
    }
}
