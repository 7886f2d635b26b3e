package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Linked tables made ready for work: inner cells that everybody knows to be empty left out, the rest numbered as rows, cells of the same
 * rows merged, cells of no rows dropped.
 */
final class MergedTables {

    private static final List<Standing> WEIGHTIEST_FIRST =
            List.of(Standing.SHOWN, Standing.CONCEALED, Standing.FREE, Standing.COMBINATION);

    private final LinkedTables tables;
    private final Rule rule;
    private final boolean[] kept;
    private final boolean[] primary;
    private final Rows rows;
    private final Singletons singletons;
    private final List<MergedCell> cells = new ArrayList<>();

    private MergedTables(LinkedTables tables, Rule rule) {
        this.tables = tables;
        this.rule = rule;
        this.kept = new boolean[tables.persons().length];
        for (int inner = 0; inner < kept.length; inner++) {
            kept[inner] = rule.zeros() != Zeros.KNOWN
                    || tables.persons()[inner] > 0
                    || !tables.contributions().get(inner).isEmpty();
        }
        this.primary = new boolean[tables.size()];
        for (int cell = 0; cell < primary.length; cell++) {
            primary[cell] = isPrimary(cell);
        }
        int[] marks = marks();
        boolean apart = unmarkShown(marks);
        this.rows = Rows.of(tables, kept, marks);
        this.singletons = new Singletons(rows.marks(), apart);
        merge();
    }

    static MergedTables of(LinkedTables tables, Rule rule) {
        return new MergedTables(tables, rule);
    }

    private boolean isPrimary(int cell) {
        return switch (tables.cells().get(cell).standing()) {
            case SHOWN, COMBINATION -> false;
            case CONCEALED -> true;
            case FREE -> rule.tooSmall(tables.count(cell)) || rule.amounts().unsafe(sums(cell));
        };
    }

    private Collection<Double> sums(int cell) {
        Map<Integer, Double> sums = new HashMap<>();
        for (int inner : tables.cells().get(cell).inner()) {
            for (Contribution part : tables.contributions().get(inner)) {
                sums.merge(part.holder(), part.amount(), Double::sum);
            }
        }
        return sums.values();
    }

    private int[] marks() {
        long alone = rule.zeros() == Zeros.HIDEABLE || rule.zeros() == Zeros.PROTECTED ? 0 : 1;
        int[] marks = new int[kept.length];
        for (int inner = 0; inner < marks.length; inner++) {
            List<Contribution> parts = tables.contributions().get(inner);
            if (!parts.isEmpty()) {
                marks[inner] = parts.size() == 1 ? parts.getFirst().holder() : Singletons.NONE;
            } else if (rule.amounts().equals(AmountRule.NONE)) {
                marks[inner] = tables.persons()[inner] == alone ? Singletons.PERSON : Singletons.NONE;
            }
        }
        return marks;
    }

    /** Takes the mark of what stands by itself in a cell that may be shown or is; tells whether single persons may be shown so. */
    private boolean unmarkShown(int[] marks) {
        boolean apart = false;
        for (int cell = 0; cell < primary.length; cell++) {
            int[] inner = Arrays.stream(tables.cells().get(cell).inner())
                    .filter(each -> kept[each])
                    .toArray();
            if (inner.length == 1 && !primary[cell] && tables.cells().get(cell).standing() != Standing.COMBINATION) {
                if (marks[inner[0]] > 0 || tables.cells().get(cell).standing() == Standing.SHOWN) {
                    marks[inner[0]] = Singletons.NONE;
                }
                apart |= marks[inner[0]] == Singletons.PERSON;
            }
        }
        return apart;
    }

    private void merge() {
        double[] worth = Worth.of(tables);
        Map<Column, IntegerList> same = new LinkedHashMap<>();
        for (int cell = 0; cell < tables.size(); cell++) {
            int[] of = rows.of(tables.cells().get(cell).inner());
            if (of.length > 0) {
                same.computeIfAbsent(Column.sumOf(of), column -> new IntegerList())
                        .add(cell);
            }
        }
        same.forEach((column, numbers) -> cells.add(merged(column.rows(), numbers.toArray(), worth)));
    }

    private MergedCell merged(int[] of, int[] numbers, double[] worth) {
        Standing standing = Standing.COMBINATION;
        int importance = Integer.MIN_VALUE;
        boolean secret = false;
        double most = 0;
        for (int number : numbers) {
            LinkedTables.Cell cell = tables.cells().get(number);
            standing = weightier(standing, cell.standing());
            importance = Math.max(importance, cell.importance());
            most = Math.max(most, worth[number]);
            secret |= primary[number];
        }
        return new MergedCell(numbers, of, tables.count(numbers[0]), standing, importance, most, secret);
    }

    private static Standing weightier(Standing one, Standing other) {
        return WEIGHTIEST_FIRST.indexOf(one) < WEIGHTIEST_FIRST.indexOf(other) ? one : other;
    }

    /** Persons of each row. */
    long[] persons() {
        return rows.persons();
    }

    Singletons singletons() {
        return singletons;
    }

    /** What a hidden cell is known to hold at least: a person where empty cells are shown, and none of these is empty. */
    long leastHidden(BitSet hidden) {
        boolean zerosShown = rule.zeros() == Zeros.KNOWN || rule.zeros() == Zeros.SHOWN;
        return zerosShown && hidden.stream().allMatch(k -> cells.get(k).persons() > 0) ? 1 : 0;
    }

    Rule rule() {
        return rule;
    }

    List<MergedCell> cells() {
        return cells;
    }

    /** Differences that are known to be nothing: of cells of the same persons over different rows. */
    List<Column> nothing() {
        return tables.same().stream()
                .map(each -> Column.difference(
                        rows.of(tables.cells().get(each.one()).inner()),
                        rows.of(tables.cells().get(each.other()).inner())))
                .filter(column -> !column.isZero())
                .distinct()
                .toList();
    }

    /** Which cell to keep when one of two must go: the important, the one of most worth, the first added. */
    Comparator<Integer> keptFirst() {
        return Comparator.<Integer>comparingInt(k -> -cells.get(k).importance())
                .thenComparing(k -> rule.zeros() != Zeros.SHOWN || cells.get(k).persons() > 0)
                .thenComparingDouble(k -> -cells.get(k).worth())
                .thenComparingInt(k -> k);
    }
}
