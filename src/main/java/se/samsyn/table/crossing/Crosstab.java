package se.samsyn.table.crossing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samsyn.kernel.Interval;
import se.samsyn.kernel.Share;
import se.samsyn.kernel.Wording;
import se.samsyn.table.Cell;
import se.samsyn.table.Measure;
import se.samsyn.table.Shares;
import se.samsyn.table.SmallNumbers;
import se.samsyn.table.disclosure.BlurredTable;
import se.samsyn.table.source.Codebook;

/** A crossing's answer: what may be shown of it and nothing else. Made by {@link Crossings} alone. */
public final class Crosstab {

    private final Resolved resolved;
    private final BlurredTable counts;
    private final BlurredTable numbers;
    private final Map<String, Optional<Long>> published;
    private final Trees trees;

    /**
     * Of blurred figures.
     *
     * @param counts by the filters too
     * @param numbers of those whom the filters keep
     * @param published cells of the same rows that are public, by name; none where the filters leave anybody out
     */
    Crosstab(Resolved resolved, BlurredTable counts, BlurredTable numbers, Map<String, Optional<Long>> published) {
        this.resolved = resolved;
        this.counts = counts;
        this.numbers = numbers;
        this.trees = new Trees(resolved.dimensions());
        this.published = isOfRows(resolved) ? Map.copyOf(published) : Map.of();
    }

    /** Published cells are of what is known of persons in one period, not of the same persons at other times. */
    private static boolean isOfRows(Resolved resolved) {
        return resolved.dimensions().stream()
                .allMatch(dimension -> dimension.column().moment() == 0);
    }

    /** What was asked for. */
    public Crossing crossing() {
        return resolved.crossing();
    }

    /** The data set's title. */
    public Wording title() {
        return resolved.stock().codebook().title();
    }

    /** Who gathered the rows, and how. */
    public Wording source() {
        return resolved.stock().codebook().source();
    }

    /** When the rows were read. */
    public Instant asOf() {
        return resolved.stock().asOf();
    }

    /** What is counted, in the plural. */
    public Wording counted() {
        return resolved.stock().codebook().counted();
    }

    /** How many are counted in all: as released, else as blurred. */
    public long persons() {
        return shown(totals());
    }

    /** How many are counted in a layer, likewise; empty where that is hidden. */
    public OptionalLong persons(List<Integer> layer) {
        int[] at = totals();
        for (int k = 0; k < layer.size(); k++) {
            at[at.length - layer.size() + k] = layer.get(k);
        }
        return isHidden(at) ? OptionalLong.empty() : OptionalLong.of(shown(at));
    }

    /** How many are in a cell: the sum of what the filters keep of it. */
    private long persons(int[] at) {
        return resolved.ladders()
                .at(at)
                .map(place -> resolved.kept(place, counts))
                .orElse(0L);
    }

    /** Where a cell of somebody stands among those counted. */
    private int[] place(int... at) {
        return resolved.ladders().at(at).orElseThrow();
    }

    private int[] totals() {
        int[] at = new int[resolved.dimensions().size()];
        Arrays.fill(at, -1);
        return at;
    }

    /** Of how many blurred counts that of all is the sum, since several groups are selected. */
    public int summed() {
        return resolved.summed(place(totals()));
    }

    /** How far from the true one a sum of so many blurred counts is, in nineteen cases of twenty at most. */
    public int error() {
        return (int) Math.ceil(Shares.margin(noise(totals())));
    }

    /** The labels of the axes: rows, columns and layers, in that order. */
    public List<Wording> axes() {
        return resolved.dimensions().stream().map(Dimension::label).toList();
    }

    /** Who is kept: a variable with those of its categories. */
    public record Selection(Wording variable, List<Wording> kept) {

        /** Copies the list. */
        public Selection {
            kept = List.copyOf(kept);
        }

        /** In words. */
        public String in(Locale locale) {
            return variable.in(locale) + ": "
                    + kept.stream().map(each -> each.in(locale)).collect(Collectors.joining(", "));
        }
    }

    /** The selections, the period first where it is one; none where everybody is counted. */
    public List<Selection> selections() {
        List<Selection> selections = new ArrayList<>();
        resolved.ofPeriod().ifPresent(condition -> {
            Codebook codebook = resolved.stock().codebook();
            selections.add(new Selection(
                    codebook.fields().get(condition.of().column()).label(),
                    condition.codes().stream()
                            .filter(code -> code >= 0)
                            .map(code -> codebook.periods().get(code).label())
                            .toList()));
        });
        for (Resolved.Kept filter : resolved.filters()) {
            List<Dimension.Category> categories = filter.dimension().categories();
            selections.add(new Selection(
                    filter.dimension().label(),
                    filter.categories().stream()
                            .sorted()
                            .map(category -> categories.get(category).label())
                            .toList()));
        }
        return selections;
    }

    /** The number that is averaged or added up, if there is one. */
    public Optional<Wording> number() {
        return resolved.question()
                .measured()
                .map(measured -> resolved.stock()
                        .codebook()
                        .fields()
                        .get(measured.of().column())
                        .label());
    }

    /** The label of a category of an axis; of its total where the category is -1, which is empty. */
    public Optional<Wording> label(int axis, int category) {
        return category < 0
                ? Optional.empty()
                : Optional.of(resolved.dimensions()
                        .get(axis)
                        .categories()
                        .get(category)
                        .label());
    }

    /** The key of a category, as it stands in filters. */
    public String key(int axis, int category) {
        return resolved.dimensions().get(axis).categories().get(category).key();
    }

    /** Whether a category is of those of whom nothing is known. */
    public boolean isMissing(int axis, int category) {
        return category >= 0
                && resolved.dimensions().get(axis).categories().get(category).missing();
    }

    /** The lines of the rows, each a category for each row axis, -1 for totals; those where nobody can be are left out. */
    public List<List<Integer>> rows() {
        return lines(0, crossing().rows().size());
    }

    /** The columns, as {@link #rows}. */
    public List<List<Integer>> columns() {
        return lines(crossing().rows().size(), crossing().columns().size());
    }

    /** The layers, as {@link #rows}, the whole first. */
    public List<List<Integer>> layers() {
        return lines(
                        crossing().rows().size() + crossing().columns().size(),
                        crossing().layers().size())
                .reversed();
    }

    private List<List<Integer>> lines(int first, int axes) {
        List<List<Integer>> lines = new ArrayList<>();
        lines.add(List.of());
        for (int axis = first; axis < first + axes; axis++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> line : lines) {
                int categories = resolved.dimensions().get(axis).categories().size();
                for (int category = 0; category <= categories; category++) {
                    List<Integer> next = new ArrayList<>(line);
                    next.add(category == categories ? -1 : category);
                    if (trees.isOnce(first, next)) {
                        longer.add(next);
                    }
                }
            }
            lines = longer;
        }
        return lines.stream().filter(line -> isAnybody(first, line)).toList();
    }

    /** Categories are left out where the filters keep nothing of them, and empty ones where they only say that nothing is missing. */
    private boolean isAnybody(int first, List<Integer> line) {
        int[] at = totals();
        boolean missing = false;
        for (int k = 0; k < line.size(); k++) {
            at[first + k] = line.get(k);
            missing |= isMissing(first + k, line.get(k));
        }
        return resolved.ladders().at(at).filter(resolved::keeps).isPresent() && (!missing || persons(at) > 0);
    }

    /** The figure of a row, a column and a layer. */
    public Cell cell(List<Integer> row, List<Integer> column, List<Integer> layer) {
        List<Integer> whole = new ArrayList<>(row);
        whole.addAll(column);
        whole.addAll(layer);
        return cell(whole.stream().mapToInt(Integer::intValue).toArray());
    }

    private Cell cell(int[] at) {
        int rows = crossing().rows().size();
        int columns = crossing().columns().size();
        if (isHidden(at)) {
            return new Cell.Hidden();
        }
        return switch (crossing().show()) {
            case COUNT -> count(at);
            case ROW_SHARE -> share(at, rows, rows + columns);
            case COLUMN_SHARE -> share(at, 0, rows);
            case TOTAL_SHARE -> share(at, 0, rows + columns);
            case MEAN -> mean(at);
            case MEDIAN -> quantile(at, 0.5);
            case LOWER_QUARTILE -> quantile(at, 0.25);
            case UPPER_QUARTILE -> quantile(at, 0.75);
            case LOWER_DECILE -> quantile(at, 0.1);
            case UPPER_DECILE -> quantile(at, 0.9);
            case SUM -> sum(at);
        };
    }

    private Cell count(int[] at) {
        return Cell.count(shown(at));
    }

    /** Whether the cell is hidden in what is released of the same rows: then no measure of it is shown. */
    private boolean isHidden(int[] at) {
        return published.getOrDefault(name(at), Optional.of(0L)).isEmpty();
    }

    /** How many are in a cell: as released, else as blurred. */
    private long shown(int[] at) {
        return published.getOrDefault(name(at), Optional.empty()).orElseGet(() -> persons(at));
    }

    /** The cell's name, as published cells are named: in a tree, by the narrowest group alone. */
    private String name(int[] at) {
        return IntStream.range(0, at.length)
                .filter(axis -> at[axis] >= 0 && !trees.isNarrower(axis, at))
                .mapToObj(axis -> name(axis, at[axis]))
                .sorted()
                .collect(Collectors.joining(";"));
    }

    /** What means that a value is missing is in no grouping, and what no group has is its rest. */
    private String name(int axis, int category) {
        AxisKey field = resolved.dimensions().get(axis).key();
        String code = key(axis, category);
        if (isMissing(axis, category)) {
            return field.name() + "=" + (code.equals(Crossing.MISSING) ? CellNames.UNKNOWN : CellNames.of(code));
        }
        boolean rest = field.grouping().isPresent() && code.equals(Resolver.REST);
        return field + "=" + (rest ? CellNames.REST : CellNames.of(code));
    }

    /** Of those known on the axes from one to before another. */
    private Cell share(int[] at, int from, int to) {
        for (int axis = from; axis < to; axis++) {
            if (isMissing(axis, at[axis])) {
                return new Cell.NotApplicable();
            }
        }
        int[] totals = at.clone();
        Arrays.fill(totals, from, to, -1);
        OptionalLong counted = known(at, from, to);
        OptionalLong of = known(totals, from, to);
        if (counted.isEmpty() || of.isEmpty()) {
            return new Cell.Hidden();
        }
        long part = counted.getAsLong();
        long all = of.getAsLong();
        if (all < SmallNumbers.SHARES_FROM) {
            return new Cell.NotApplicable();
        }
        if (Arrays.equals(totals, at)) {
            return new Cell.Shown(1, Measure.SHARE, Optional.empty()); // of itself, whatever the noise
        }
        return Shares.cell(new Share(Math.min(part, all), all), noise(at), noise(totals));
    }

    /** The variance of a count's noise: that of each that it is the sum of; of nobody, none. */
    private double noise(int[] at) {
        return Shares.noise() * resolved.ladders().at(at).map(resolved::summed).orElse(0);
    }

    /** How many are in a cell, those missing on its totals left out; empty where any of that is hidden. */
    private OptionalLong known(int[] at, int from, int to) {
        for (int axis = from; axis < to; axis++) {
            if (at[axis] < 0) {
                long sum = 0;
                int[] inner = at.clone();
                for (int category = 0;
                        category < resolved.dimensions().get(axis).categories().size();
                        category++) {
                    if (isMissing(axis, category)) {
                        inner[axis] = category;
                        OptionalLong missing = known(inner, axis + 1, to);
                        if (missing.isEmpty()) {
                            return missing;
                        }
                        sum += missing.getAsLong();
                    }
                }
                OptionalLong all = known(at, axis + 1, to);
                return all.isEmpty() ? all : OptionalLong.of(Math.max(0, all.getAsLong() - sum));
            }
        }
        return isHidden(at) ? OptionalLong.empty() : OptionalLong.of(shown(at));
    }

    private Cell mean(int[] at) {
        OptionalDouble mean = numbers.mean(place(at));
        OptionalDouble margin = numbers.meanMargin(place(at));
        if (mean.isEmpty() || margin.isEmpty()) {
            return new Cell.NotApplicable();
        }
        Interval interval =
                new Interval(mean.getAsDouble() - margin.getAsDouble(), mean.getAsDouble() + margin.getAsDouble());
        return new Cell.Shown(mean.getAsDouble(), measure(), Optional.of(interval));
    }

    /** Its interval is of the noise alone: nothing is drawn from anything. */
    private Cell sum(int[] at) {
        OptionalDouble mean = numbers.mean(place(at));
        if (mean.isEmpty()) {
            return new Cell.NotApplicable();
        }
        double sum = mean.getAsDouble() * numbers.measured(place(at));
        double least = resolved.range()[0] >= 0 ? 0 : Double.NEGATIVE_INFINITY;
        Interval interval = new Interval(Math.max(least, sum - numbers.sumMargin()), sum + numbers.sumMargin());
        return new Cell.Shown(sum, Measure.SUM, Optional.of(interval));
    }

    private Cell quantile(int[] at, double share) {
        OptionalDouble value = numbers.quantile(share, place(at));
        return value.isPresent()
                ? new Cell.Shown(value.getAsDouble(), measure(), Optional.empty())
                : new Cell.NotApplicable();
    }

    private Measure measure() {
        return crossing().number().flatMap(NumberKey::from).isPresent() ? Measure.CHANGE : Measure.VALUE;
    }
}
