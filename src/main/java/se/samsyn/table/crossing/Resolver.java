package se.samsyn.table.crossing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.engine.Coded;
import se.samsyn.engine.Condition;
import se.samsyn.engine.Measured;
import se.samsyn.engine.Question;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Codebook;
import se.samsyn.table.source.Stock;
import se.samsyn.web.Texts;

/** Finds what a crossing speaks of in its codebook, and says plainly what is not there. */
final class Resolver {

    static final String ABSENT = "--";
    static final String REST = "rest";

    private final Stock stock;
    private final Codebook codebook;
    private final Texts texts;
    private final List<Integer> moments = new ArrayList<>();

    Resolver(Stock stock, Texts texts) {
        this.stock = stock;
        this.codebook = stock.codebook();
        this.texts = texts;
    }

    Resolved resolve(Crossing crossing) {
        List<Dimension> dimensions =
                crossing.axes().stream().map(this::dimension).toList();
        int rows = crossing.rows().size();
        int columns = rows + crossing.columns().size();
        if (!areApart(dimensions, rows, columns)) {
            throw new CrossingFault("twice");
        }
        Optional<Measured> measured = crossing.number().map(this::measured);
        Map<Coded, Condition> conditions = new HashMap<>();
        Map<Coded, Condition> population = new HashMap<>();
        List<Resolved.Kept> filters = new ArrayList<>();
        for (FilterKey filter : crossing.filters()) {
            Dimension dimension = dimension(filter.axis());
            List<String> kept = isPeriod(dimension.column()) ? periods(filter) : years(filter, dimension);
            Condition condition = new Condition(dimension.column(), dimension.codes(kept));
            if (population.put(dimension.column(), condition) != null) {
                throw new CrossingFault("filter-twice", dimension.label());
            }
            if (isPeriod(dimension.column())) {
                conditions.put(dimension.column(), condition);
            } else {
                filters.add(new Resolved.Kept(dimension, dimension.positions(kept)));
            }
        }
        ofOnePeriod(dimensions, conditions);
        population.putAll(conditions);
        int period = codebook.period().orElse(-1);
        List<Coded> counted = Stream.concat(
                        dimensions.stream(), filters.stream().map(Resolved.Kept::dimension))
                .map(Dimension::column)
                .toList();
        return new Resolved(
                crossing,
                stock,
                dimensions,
                filters,
                new Ladders(dimensions, filters, this::ladder),
                List.copyOf(population.values()),
                new Question(
                        stock.rows(),
                        counted,
                        List.copyOf(conditions.values()),
                        moments,
                        moments.isEmpty() ? -1 : period,
                        measured),
                range(measured));
    }

    /** A variable stands in one place, but for a tree on one side: wider groups before the narrower ones within. */
    private static boolean areApart(List<Dimension> dimensions, int rows, int columns) {
        return IntStream.range(0, dimensions.size())
                .allMatch(later -> IntStream.range(0, later)
                        .filter(earlier -> dimensions
                                .get(earlier)
                                .column()
                                .equals(dimensions.get(later).column()))
                        .allMatch(earlier -> side(earlier, rows, columns) == side(later, rows, columns)
                                && dimensions
                                        .get(earlier)
                                        .around(dimensions.get(later))
                                        .isPresent()));
    }

    private static int side(int axis, int rows, int columns) {
        return axis < rows ? 0 : axis < columns ? 1 : 2;
    }

    /** The periods that a filter keeps; the latest by its code. */
    private List<String> periods(FilterKey filter) {
        return filter.categories().stream()
                .map(code -> code.equals(Crossing.LATEST)
                        ? codebook.periods().getLast().code()
                        : code)
                .toList();
    }

    /** What a filter keeps, the latest year by its code where the codes are years. */
    private List<String> years(FilterKey filter, Dimension dimension) {
        Codebook.Codes codes = (Codebook.Codes)
                codebook.fields().get(dimension.column().column()).values();
        return filter.axis().grouping().isEmpty() && codes.isYears()
                ? filter.categories().stream()
                        .map(code -> code.equals(Crossing.LATEST) ? codes.latest() : code)
                        .toList()
                : filter.categories();
    }

    private boolean isPeriod(Coded column) {
        return column.moment() == 0 && codebook.period().stream().anyMatch(at -> at == column.column());
    }

    /** Each person is counted once: where there are periods, a table is of one of them, or by period. */
    private void ofOnePeriod(List<Dimension> dimensions, Map<Coded, Condition> conditions) {
        if (codebook.period().isEmpty()) {
            return;
        }
        Coded period = Coded.of(codebook.period().getAsInt());
        boolean byPeriod =
                dimensions.stream().anyMatch(dimension -> dimension.column().equals(period));
        Condition stated = conditions.get(period);
        if (byPeriod) {
            return;
        }
        if (stated == null) {
            conditions.put(
                    period, new Condition(period, Set.of(codebook.periods().size() - 1)));
        } else if (stated.codes().size() > 1) {
            throw new CrossingFault("many-periods");
        }
    }

    private Coded column(String name) {
        int field = codebook.position(name);
        if (field >= 0) {
            return Coded.of(field);
        }
        int at = name.lastIndexOf('@');
        int base = at < 1 ? -1 : codebook.position(name.substring(0, at));
        if (base < 0) {
            throw new CrossingFault("unknown-field", name);
        }
        return new Coded(base, moment(name.substring(at + 1)));
    }

    private int moment(String period) {
        int code = period(period);
        if (!moments.contains(code)) {
            moments.add(code);
        }
        return moments.indexOf(code) + 1;
    }

    private int period(String wanted) {
        List<Codebook.Code> periods = codebook.periods();
        if (wanted.equals(Crossing.LATEST) && !periods.isEmpty()) {
            return periods.size() - 1;
        }
        return IntStream.range(0, periods.size())
                .filter(at -> periods.get(at).code().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new CrossingFault("unknown-period", wanted));
    }

    private Dimension dimension(AxisKey key) {
        Coded column = column(key.name());
        Codebook.Field field = codebook.fields().get(column.column());
        if (!(field.values() instanceof Codebook.Codes codes)) {
            throw new CrossingFault("number-as-axis", field.label());
        }
        List<Dimension.Category> categories = new ArrayList<>();
        Map<Integer, Integer> categoryOf = new HashMap<>();
        Wording label = label(field, column);
        if (key.grouping().isPresent()) {
            Codebook.Grouping grouping = grouping(codes, key.grouping().get(), field);
            grouped(codes, grouping, categories, categoryOf);
            label = joined(label, ", ", decapitalised(grouping.label()));
        } else {
            single(codes, categories, categoryOf);
        }
        Wording missing = texts.of("table.crossing.missing");
        categories.add(new Dimension.Category(Crossing.MISSING, missing, true));
        categoryOf.put(Coded.EMPTY, categories.size() - 1);
        if (column.moment() > 0) {
            categories.add(new Dimension.Category(ABSENT, texts.of("table.crossing.absent"), true));
            categoryOf.put(Coded.ABSENT, categories.size() - 1);
        }
        return new Dimension(key, column, label, categories, categoryOf);
    }

    /** A dimension with the groupings it lies in. */
    private Ladder ladder(Dimension narrowest) {
        Codebook.Codes codes = (Codebook.Codes)
                codebook.fields().get(narrowest.column().column()).values();
        Stream<Dimension> wider = codes.groupings().stream()
                .map(grouping -> dimension(new AxisKey(narrowest.key().name(), Optional.of(grouping.key()))))
                .filter(wide -> wide.around(narrowest).isPresent())
                .sorted(Comparator.comparingInt(wide -> wide.categories().size()));
        return new Ladder(Stream.concat(wider, Stream.of(narrowest)).toList());
    }

    private Wording label(Codebook.Field field, Coded column) {
        if (column.moment() == 0) {
            return field.label();
        }
        Wording period =
                codebook.periods().get(moments.get(column.moment() - 1)).label();
        return joined(field.label(), " ", period);
    }

    private static Wording joined(Wording one, String between, Wording other) {
        return new Wording(one.sv() + between + other.sv(), one.en() + between + other.en());
    }

    private static Wording decapitalised(Wording label) {
        return new Wording(
                label.sv().toLowerCase(Locale.forLanguageTag("sv")), label.en().toLowerCase(Locale.ENGLISH));
    }

    private static Codebook.Grouping grouping(Codebook.Codes codes, String wanted, Codebook.Field field) {
        return codes.groupings().stream()
                .filter(grouping -> grouping.key().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new CrossingFault("unknown-grouping", wanted, field.label()));
    }

    private static void single(
            Codebook.Codes codes, List<Dimension.Category> categories, Map<Integer, Integer> categoryOf) {
        for (int code = 0; code < codes.codes().size(); code++) {
            Codebook.Code one = codes.codes().get(code);
            categoryOf.put(code, code);
            categories.add(new Dimension.Category(one.code(), one.label(), one.missing()));
        }
    }

    /** Codes that mean a missing value keep their own categories; those in no group are taken together. */
    private void grouped(
            Codebook.Codes codes,
            Codebook.Grouping grouping,
            List<Dimension.Category> categories,
            Map<Integer, Integer> categoryOf) {
        for (Codebook.Group group : grouping.groups()) {
            if (!group.codes().isEmpty()) {
                group.codes().forEach(code -> categoryOf.put(code, categories.size()));
                categories.add(new Dimension.Category(group.key(), group.label(), false));
            }
        }
        int rest = -1;
        for (int code = 0; code < codes.codes().size(); code++) {
            Codebook.Code one = codes.codes().get(code);
            if (!categoryOf.containsKey(code) && one.missing()) {
                categoryOf.put(code, categories.size());
                categories.add(new Dimension.Category(apart(one.code(), categories), one.label(), true));
            } else if (!categoryOf.containsKey(code)) {
                if (rest < 0) {
                    rest = categories.size();
                    categories.add(new Dimension.Category(REST, texts.of("table.crossing.rest"), false));
                }
                categoryOf.put(code, rest);
            }
        }
    }

    /** A code's key among groups, one of which may be called as the code is. */
    private static String apart(String code, List<Dimension.Category> groups) {
        return groups.stream().anyMatch(group -> group.key().equals(code)) ? Crossing.MISSING + code : code;
    }

    private Measured measured(NumberKey key) {
        if (key.from().isEmpty() || key.to().isEmpty()) {
            Coded column = column(key.field());
            return new Measured(column, Optional.empty(), numbers(column).step());
        }
        Coded later = at(key.field(), key.to().get());
        Coded earlier = at(key.field(), key.from().get());
        return new Measured(later, Optional.of(earlier), numbers(later).step());
    }

    /** The field at a time: the row itself where the table is of that period already. */
    private Coded at(String field, String time) {
        int wide = codebook.position(field + "@" + time);
        if (wide >= 0) {
            return Coded.of(wide);
        }
        return column(field + "@" + time);
    }

    private Codebook.Numbers numbers(Coded column) {
        Codebook.Field field = codebook.fields().get(column.column());
        if (field.values() instanceof Codebook.Numbers numbers) {
            return numbers;
        }
        throw new CrossingFault("codes-as-number", field.label());
    }

    /** From the lowest to the highest that the number, or its change, can be. */
    private double[] range(Optional<Measured> measured) {
        if (measured.isEmpty()) {
            return new double[] {Double.NaN, Double.NaN};
        }
        Codebook.Numbers numbers = numbers(measured.get().of());
        double span = numbers.highest() - numbers.lowest();
        return measured.get().from().isPresent()
                ? new double[] {-span, span}
                : new double[] {numbers.lowest(), numbers.highest()};
    }
}
