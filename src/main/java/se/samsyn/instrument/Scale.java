package se.samsyn.instrument;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import se.samsyn.kernel.Wording;

/**
 * A figure computed from several items: their sum or their mean.
 *
 * <p>An item's value is its number, or its option's code where that is a whole number. A reversed item counts as low + high -
 * value. Items without an ordinary answer are given the person's own mean over the answered items (pro rata), if at least
 * {@code leastAnswered} are answered; otherwise the scale has no value.
 *
 * @param itemRange the values each item can take
 * @param reversed those of the items that are turned round
 * @param subscales scales of some of the same items; they have no subscales themselves
 * @param reference figures of a group to compare with, where such are published
 */
public record Scale(
        VariableKey key,
        Wording title,
        List<VariableKey> items,
        Set<VariableKey> reversed,
        Method method,
        Range itemRange,
        int leastAnswered,
        Direction direction,
        List<Scale> subscales,
        Optional<Reference> reference) {

    /** How the items are put together. */
    public enum Method {
        SUM,
        MEAN
    }

    /** Mean and standard deviation of a reference group of so many persons, with the source. */
    public record Reference(BigDecimal mean, BigDecimal deviation, int persons, String source) {}

    /** Checks that the parts fit together. */
    public Scale {
        items = List.copyOf(items);
        reversed = Collections.unmodifiableSet(new TreeSet<>(reversed));
        subscales = List.copyOf(subscales);
        if (items.isEmpty() || items.stream().distinct().count() < items.size()) {
            throw new IllegalArgumentException("A scale needs items, each of them once: " + key);
        }
        if (!items.containsAll(reversed)) {
            throw new IllegalArgumentException("Only items of the scale can be reversed: " + key);
        }
        if (leastAnswered < 1 || leastAnswered > items.size()) {
            throw new IllegalArgumentException("Between 1 and all of the items must be answered: " + key);
        }
        for (Scale subscale : subscales) {
            if (!items.containsAll(subscale.items()) || !subscale.subscales().isEmpty()) {
                throw new IllegalArgumentException("A subscale has items of its scale and no subscales: " + key);
            }
        }
    }

    /** The lowest value the scale can have. */
    public double min() {
        return whole(itemRange.low().doubleValue());
    }

    /** The highest value the scale can have. */
    public double max() {
        return whole(itemRange.high().doubleValue());
    }

    /** The person's value. */
    public Score score(Answers answers) {
        double[] values = values(answers);
        OptionalDouble value = values.length < leastAnswered
                ? OptionalDouble.empty()
                : OptionalDouble.of(whole(Arrays.stream(values).average().orElseThrow()));
        return new Score(key, value, values.length, items.size());
    }

    /**
     * Cronbach's alpha over those who answered every item: how much the items vary together. Empty with fewer than two items,
     * fewer than two persons, or no variation in the sum.
     */
    public OptionalDouble alpha(List<Answers> persons) {
        List<double[]> complete = persons.stream()
                .map(this::values)
                .filter(values -> values.length == items.size())
                .toList();
        return CronbachAlpha.of(complete);
    }

    private double whole(double mean) {
        return switch (method) {
            case SUM -> mean * items.size();
            case MEAN -> mean;
        };
    }

    private double[] values(Answers answers) {
        return items.stream()
                .flatMapToDouble(item -> value(item, answers.values()).stream())
                .toArray();
    }

    private OptionalDouble value(VariableKey item, Map<VariableKey, Answer> answers) {
        OptionalDouble plain = switch (answers.get(item)) {
            case null -> OptionalDouble.empty();
            case Answer.Amount amount -> OptionalDouble.of(amount.value().doubleValue());
            case Answer.Chosen chosen -> number(chosen);
            case Answer.Day _, Answer.Text _, Answer.Special _ -> OptionalDouble.empty();
        };
        return plain.isPresent() && reversed.contains(item)
                ? OptionalDouble.of(itemRange.low().add(itemRange.high()).doubleValue() - plain.getAsDouble())
                : plain;
    }

    private static OptionalDouble number(Answer.Chosen chosen) {
        String code = chosen.codes().getFirst();
        return code.matches("\\d{1,6}") ? OptionalDouble.of(Double.parseDouble(code)) : OptionalDouble.empty();
    }
}
