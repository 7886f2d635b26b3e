package se.samsyn.table.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import se.samsyn.table.disclosure.AmountRule;
import se.samsyn.table.disclosure.Axis;
import se.samsyn.table.disclosure.Contribution;
import se.samsyn.table.disclosure.CrossTables;
import se.samsyn.table.disclosure.LinkedTables;
import se.samsyn.table.disclosure.Rule;
import se.samsyn.table.disclosure.Standing;
import se.samsyn.table.disclosure.Zeros;

/**
 * A case of the reference as a question to our own protection.
 *
 * @param cells the cells' names, a code for each variable
 * @param tables the same cells, linked
 * @param rule when a cell must not be shown
 */
record GaussCase(List<List<String>> cells, LinkedTables tables, Rule rule) {

    /** Reads the case that a call describes, from the inputs it names. */
    static GaussCase of(RCall call, List<Path> inputs) throws IOException {
        var data = CodedRows.read(inputs.getFirst());
        return switch (call.function()) {
            case "GaussSuppressionFromData" -> counts(call, data, "2", "3");
            case "SuppressSmallCounts" -> counts(call, data, "dimVar", "freqVar");
            case "SuppressDominantCells", "SuppressFewContributors" -> amounts(call, data);
            case "SuppressKDisclosure" -> groups(call, data, inputs);
            case "SuppressDirectDisclosure" -> direct(call, data);
            default -> throw new IllegalArgumentException("Nobody here knows " + call.function());
        };
    }

    /** The same tables with the amounts, so many times over, in the place of counts. */
    LinkedTables inTenths(double times) {
        return tables.ofAmounts(times);
    }

    private static GaussCase counts(RCall call, CodedRows data, String dimensions, String frequency) {
        int least = call.argument("maxN").map(Integer::parseInt).orElse(3) + 1;
        boolean mayGo = call.flag("secondaryZeros", false);
        Zeros shown = mayGo ? Zeros.HIDEABLE : Zeros.SHOWN;
        Zeros zeros = call.flag("protectZeros", true) ? Zeros.PROTECTED : shown;
        var coded = coded(call, data, dimensions);
        boolean extend = call.flag("extend0", call.function().equals("SuppressSmallCounts"));
        var ground = Aggregated.of(coded, extend, amounts(data, call.argument(frequency)));
        var tables = tables(call, ground.rows());
        var rule = new Rule(least).with(zeros).withWidth(call.number("rangeMin", 0));
        return new GaussCase(tables.cells(), tables.linked(ground.counts()), rule);
    }

    private static GaussCase amounts(RCall call, CodedRows data) {
        var ground = Aggregated.of(coded(call, data, "dimVar"), false, amounts(data, Optional.empty()));
        var holders = data.column(unquoted(call, "contributorVar"));
        var amounts = data.column(unquoted(call, "numVar"));
        var numbers = List.copyOf(new TreeSet<>(holders));
        var parts = new HashMap<Integer, Map<Integer, Double>>();
        for (int k = 0; k < holders.size(); k++) {
            parts.computeIfAbsent(ground.of()[k], inner -> new LinkedHashMap<>())
                    .merge(numbers.indexOf(holders.get(k)) + 1, Double.parseDouble(amounts.get(k)), Double::sum);
        }
        var contributions = new HashMap<Integer, List<Contribution>>();
        parts.forEach((inner, sums) -> contributions.put(
                inner,
                sums.entrySet().stream()
                        .map(each -> new Contribution(each.getKey(), each.getValue()))
                        .toList()));
        var tables = tables(call, ground.rows());
        var linked = tables.linked(ground.counts(), contributions, cell -> 0, cell -> Standing.FREE);
        return new GaussCase(
                tables.cells(), linked, new Rule(1).with(Zeros.SHOWN).with(amountRule(call)));
    }

    private static AmountRule amountRule(RCall call) {
        if (call.function().equals("SuppressFewContributors")) {
            return new AmountRule(List.of(), 0, call.number("maxN", 0) + 1);
        }
        if (call.argument("pPercent").isPresent()) {
            return new AmountRule(
                    List.of(), Double.parseDouble(call.argument("pPercent").get()), 1);
        }
        var percents = RCall.elements(call.argument("k").orElseThrow());
        var dominance = new ArrayList<AmountRule.Dominance>();
        var holders = call.argument("n").map(RCall::elements);
        for (int k = 0; k < percents.size(); k++) {
            int first = holders.isPresent() ? Integer.parseInt(holders.get().get(k)) : k + 1;
            dominance.add(new AmountRule.Dominance(first, Double.parseDouble(percents.get(k))));
        }
        return new AmountRule(dominance, 0, 1);
    }

    private static GaussCase groups(RCall call, CodedRows data, List<Path> inputs) throws IOException {
        boolean own = call.argument("hierarchies").isPresent();
        var dimensions = own
                ? data.variables().stream()
                        .filter(each -> !each.equals(unquoted(call, "freqVar")))
                        .toList()
                : RFormula.variables(call.argument("formula").orElseThrow());
        var coded = data.only(dimensions);
        var ground = Aggregated.of(coded, !own, amounts(data, call.argument("freqVar")));
        var tables = own ? ground.rows().crossed() : tables(call, ground.rows());
        int published = tables.cells().size();
        if (inputs.size() > 1) {
            combine(tables, ground.rows(), CodedRows.read(inputs.get(1)));
        }
        var rule = new Rule(1).with(Zeros.HIDEABLE).withInsiders(call.number("coalition", 0));
        var linked = tables.linked(
                ground.counts(),
                Map.of(),
                byCount(tables, ground.counts()),
                cell -> cell < published ? Standing.FREE : Standing.COMBINATION);
        return new GaussCase(tables.cells().subList(0, published), linked, rule);
    }

    /** Adds the combinations of a hierarchy that stand in no published table, crossed with everything. */
    private static void combine(CrossTables tables, CodedRows rows, CodedRows hierarchy) {
        var levels = hierarchy.column("levels");
        var codes = hierarchy.column("codes");
        for (int k = 0; k < codes.size(); k++) {
            var under = new LinkedHashSet<String>();
            for (int j = k + 1;
                    j < codes.size() && levels.get(j).length() > levels.get(k).length();
                    j++) {
                under.add(codes.get(j));
            }
            var variable = rows.variables().stream()
                    .filter(each -> rows.column(each).containsAll(under))
                    .findFirst();
            if (under.size() > 1
                    && variable.isPresent()
                    && under.size() < Set.copyOf(rows.column(variable.get())).size()) {
                var group = new Axis(variable.get(), List.of(new Axis.Group(codes.get(k), under)));
                var axes = new ArrayList<Axis>();
                axes.add(group);
                rows.variables().stream()
                        .filter(each -> !each.equals(variable.get()))
                        .forEach(each -> axes.add(Axis.of(
                                each, rows.column(each).stream().distinct().toList())));
                tables.table(axes, CrossTables.Unoccupied.LEFT_OUT);
            }
        }
    }

    private static GaussCase direct(RCall call, CodedRows data) {
        var coded = data.only(RCall.elements(call.argument("dimVar", 2).orElseThrow()));
        var ground = Aggregated.of(coded, false, amounts(data, call.argument("freqVar", 3)));
        var tables = ground.rows().crossed();
        var telling = DirectDisclosure.telling(tables, ground.counts(), call.number("coalition", 1));
        var linked = tables.linked(
                ground.counts(),
                Map.of(),
                byCount(tables, ground.counts()),
                cell -> telling.get(cell) ? Standing.CONCEALED : Standing.FREE);
        return new GaussCase(tables.cells(), linked, new Rule(1).with(Zeros.HIDEABLE));
    }

    /** The larger the count the rather kept; ones go before zeros; among equals the first is kept. */
    private static IntUnaryOperator byCount(CrossTables tables, long[] counts) {
        var linked = tables.linked(counts);
        int[] importance = new int[linked.size()];
        for (int cell = 0; cell < importance.length; cell++) {
            long count = linked.count(cell);
            long worth = count == 0 ? 1 : count == 1 ? 0 : count;
            importance[cell] = Math.toIntExact(worth * importance.length + importance.length - cell);
        }
        return cell -> importance[cell];
    }

    private static CodedRows coded(RCall call, CodedRows data, String dimensions) {
        return data.only(call.argument("formula")
                .map(RFormula::variables)
                .orElseGet(() ->
                        data.named(RCall.elements(call.argument(dimensions).orElseThrow()))));
    }

    private static CrossTables tables(RCall call, CodedRows rows) {
        return call.argument("formula").map(rows::crossed).orElseGet(rows::crossed);
    }

    private static String unquoted(RCall call, String argument) {
        return RCall.elements(call.argument(argument).orElseThrow()).getFirst();
    }

    /** The counts of the rows, one each where no column says. */
    private static long[] amounts(CodedRows data, Optional<String> column) {
        var named = column.map(RCall::elements).map(List::getFirst).filter(name -> !name.equals("NULL"));
        return named.isEmpty()
                ? IntStream.range(0, data.rows().size()).mapToLong(row -> 1).toArray()
                : data.column(data.named(List.of(named.get())).getFirst()).stream()
                        .mapToLong(Long::parseLong)
                        .toArray();
    }

    /**
     * Rows of the same codes taken together.
     *
     * @param rows each combination of codes once
     * @param counts of each
     * @param of the position that each of the first rows went to
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Aggregated(CodedRows rows, long[] counts, int[] of) {

        static Aggregated of(CodedRows rows, boolean extend, long[] counts) {
            var each = new CodedRows(rows.variables(), List.copyOf(new LinkedHashSet<>(rows.rows())));
            var all = extend ? each.extended() : each;
            var sums = new long[all.rows().size()];
            var of = rows.rows().stream().mapToInt(all.rows()::indexOf).toArray();
            for (int k = 0; k < of.length; k++) {
                sums[of[k]] += counts[k];
            }
            return new Aggregated(all, sums, Arrays.copyOf(of, of.length));
        }
    }
}
