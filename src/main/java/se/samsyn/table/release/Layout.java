package se.samsyn.table.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.engine.Coded;
import se.samsyn.engine.Condition;
import se.samsyn.engine.Engine;
import se.samsyn.engine.Question;
import se.samsyn.engine.Tally;
import se.samsyn.table.crossing.AxisKey;
import se.samsyn.table.disclosure.Axis;
import se.samsyn.table.disclosure.CrossTables;
import se.samsyn.table.disclosure.LinkedTables;
import se.samsyn.table.disclosure.Standing;
import se.samsyn.table.disclosure.Zeros;
import se.samsyn.table.source.Codebook;
import se.samsyn.table.source.Stock;

/**
 * Declared tables laid out over their data: the persons by every variable that any of the tables has, and the tables' cells over them, so
 * that a cell that stands in two tables is one.
 */
final class Layout {

    private static final int MOST_INNER = 60_000;
    private static final int MOST_CELLS = 40_000;

    /** No field's name begins so. */
    private static final String GUARD = "!";

    private static final Set<String> NESTED = Set.of("region", "municipality", "unit");

    private final Codebook codebook;
    private final List<Integer> fields = new ArrayList<>();
    private final Groups groups;
    private final Optional<Integer> organisation;
    private final CrossTables tables;
    private final Map<Integer, List<Set<Integer>>> guards = new HashMap<>();
    private final List<List<String>> cells;
    private final int published;
    private final long[] counts;
    private final List<Set<Integer>> organisations = new ArrayList<>();

    /**
     * Counts and lays out, with the tables of earlier releases.
     */
    Layout(Stock stock, Declared declared, Earlier earlier, Policy policy, Engine engine) {
        this.codebook = stock.codebook();
        this.groups = new Groups(codebook);
        List<List<AxisKey>> known = Stream.of(declared.tables(), earlier.ofSameRows(), earlier.ofOtherRows())
                .flatMap(List::stream)
                .toList();
        Map<Integer, Set<AxisKey>> used = new LinkedHashMap<>();
        known.forEach(
                table -> table.forEach(axis -> used.computeIfAbsent(groups.field(axis), _ -> new LinkedHashSet<>())
                        .add(axis)));
        fields.addAll(used.keySet());
        used.forEach((field, axes) -> guards.put(field, List.copyOf(Guards.between(groups.byGrouping(axes)))));
        if (policy.zeros() != Zeros.KNOWN
                && fields.stream().filter(this::isPlace).count() > 1) {
            throw new ReleaseFault("nested-places");
        }
        this.organisation = policy.organisation().map(groups::position).or(this::organisation);
        Tally tally = count(stock, declared, engine);
        tables = new CrossTables(fields.stream().map(String::valueOf).toList());
        counts = enter(tally, policy.zeros());
        declared.tables().forEach(this::table);
        earlier.ofSameRows().forEach(this::table);
        published = tables.cells().size();
        earlier.ofOtherRows().forEach(this::table);
        cells = tables.cells();
        if (cells.size() > MOST_CELLS) {
            throw new ReleaseFault("too-many-cells", cells.size(), MOST_CELLS);
        }
    }

    /** Whether a field is one of those that lie in each other, so that most combinations of two cannot be. */
    private boolean isPlace(int field) {
        return NESTED.contains(codebook.fields().get(field).key());
    }

    private Optional<Integer> organisation() {
        return codebook.organisation().stream().boxed().findFirst();
    }

    private Tally count(Stock stock, Declared declared, Engine engine) {
        List<Coded> axes = fields.stream().map(Coded::of).collect(Collectors.toCollection(ArrayList::new));
        organisation.map(Coded::of).ifPresent(axes::add);
        Tally tally = engine.answer(Question.counting(stock.rows(), axes, period(declared)));
        if (tally.size() > MOST_INNER) {
            throw new ReleaseFault("too-fine", tally.size(), MOST_INNER);
        }
        if (tally.size() == 0) {
            throw new ReleaseFault("nobody");
        }
        return tally;
    }

    /** Each person once: the period that is declared, else the last. */
    private List<Condition> period(Declared declared) {
        if (codebook.period().isEmpty() || fields.contains(codebook.period().getAsInt())) {
            return List.of();
        }
        List<Codebook.Code> periods = codebook.periods();
        int code = periods.size() - 1;
        if (declared.period().isPresent()) {
            code = periods.stream()
                    .map(Codebook.Code::code)
                    .toList()
                    .indexOf(declared.period().get());
        }
        if (code < 0) {
            throw new ReleaseFault("unknown-period", declared.period().orElse(""));
        }
        return List.of(new Condition(Coded.of(codebook.period().getAsInt()), Set.of(code)));
    }

    /** Where not everybody knows which combinations are empty, those are laid out too, so that they may be hidden. */
    private long[] enter(Tally tally, Zeros zeros) {
        boolean byOrganisation = organisation.isPresent();
        Map<List<String>, Integer> inner = new LinkedHashMap<>();
        List<Long> persons = new ArrayList<>();
        if (zeros != Zeros.KNOWN) {
            for (List<String> combination : Combinations.of(codes(tally), MOST_INNER)) {
                inner.put(combination, tables.innerCell(combination));
                persons.add(0L);
                organisations.add(new HashSet<>());
            }
        }
        for (int group = 0; group < tally.size(); group++) {
            List<String> codes = new ArrayList<>();
            for (int axis = 0; axis < fields.size(); axis++) {
                codes.add(String.valueOf(tally.code(group, axis)));
            }
            int number = inner.computeIfAbsent(codes, of -> {
                persons.add(0L);
                organisations.add(new HashSet<>());
                return tables.innerCell(of);
            });
            persons.set(number, persons.get(number) + tally.rows(group));
            int from = byOrganisation ? tally.code(group, fields.size()) : Coded.EMPTY;
            if (isKnown(organisation, from)) {
                organisations.get(number).add(from);
            }
        }
        return persons.stream().mapToLong(Long::longValue).toArray();
    }

    /** The codes of each field that there may be somebody in; that a value is missing is one only where some are. */
    private List<List<String>> codes(Tally tally) {
        List<List<String>> codes = new ArrayList<>();
        for (int axis = 0; axis < fields.size(); axis++) {
            int at = axis;
            Codebook.Codes known =
                    (Codebook.Codes) codebook.fields().get(fields.get(axis)).values();
            boolean missing = IntStream.range(0, tally.size()).anyMatch(group -> tally.code(group, at) < 0);
            codes.add(IntStream.range(missing ? Coded.EMPTY : 0, known.codes().size())
                    .mapToObj(String::valueOf)
                    .toList());
        }
        return codes;
    }

    private void table(List<AxisKey> keys) {
        List<Axis> axes = new ArrayList<>();
        for (AxisKey key : keys) {
            axes.add(axis(key));
        }
        if (axes.stream().map(Axis::variable).distinct().count() < axes.size()) {
            throw new ReleaseFault("twice");
        }
        tables.table(axes, CrossTables.Unoccupied.LEFT_OUT);
    }

    private Axis axis(AxisKey key) {
        int at = groups.field(key);
        Codebook.Codes codes = (Codebook.Codes) codebook.fields().get(at).values();
        Set<String> all = IntStream.range(Coded.EMPTY, codes.codes().size())
                .mapToObj(String::valueOf)
                .collect(Collectors.toSet());
        List<Axis.Group> shown = new ArrayList<>();
        shown.add(new Axis.Group(Axis.TOTAL, all));
        groups.of(key)
                .forEach(group -> shown.add(new Axis.Group(
                        group.name(),
                        group.codes().stream().map(String::valueOf).collect(Collectors.toSet()))));
        List<Set<Integer>> between = guards.getOrDefault(at, List.of());
        for (int guard = 0; guard < between.size(); guard++) {
            shown.add(new Axis.Group(
                    GUARD + guard,
                    between.get(guard).stream().map(String::valueOf).collect(Collectors.toSet())));
        }
        return new Axis(String.valueOf(at), shown);
    }

    /** The tables with their counts. */
    LinkedTables linked(IntUnaryOperator importance, IntFunction<Standing> standing) {
        return tables.linked(counts, Map.of(), importance, standing);
    }

    /** The key of the field that tells organisations, if any does. */
    Optional<String> organisationField() {
        return organisation.map(at -> codebook.fields().get(at).key());
    }

    /** How many are in a cell. */
    long count(int cell) {
        return tables.innerCells(cell).mapToLong(inner -> counts[inner]).sum();
    }

    private boolean isKnown(Optional<Integer> field, int code) {
        return field.isPresent()
                && code >= 0
                && codebook.fields().get(field.get()).values() instanceof Codebook.Codes codes
                && !codes.codes().get(code).missing();
    }

    /** From how many organisations that are known a cell comes; as many as can be, where no field tells or there is nobody. */
    int organisations(int cell) {
        if (organisation.isEmpty() || tables.innerCells(cell).allMatch(inner -> counts[inner] == 0)) {
            return Integer.MAX_VALUE;
        }
        Set<Integer> all = new HashSet<>();
        tables.innerCells(cell).forEach(inner -> all.addAll(organisations.get(inner)));
        return all.size();
    }

    /** Whether a cell is of tables that are released here, or were of these rows; others are to be known of, and not told. */
    boolean isPublished(int cell) {
        return cell < published && cells.get(cell).stream().noneMatch(group -> group.startsWith(GUARD));
    }

    /** A cell's name: for each field that it is not the total of, the group; the same in every layout of the data set. */
    String name(int cell) {
        return cells.get(cell).stream()
                .filter(group -> !group.equals(Axis.TOTAL))
                .sorted()
                .collect(Collectors.joining(";"));
    }
}
