package se.samsyn.table.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Secondary suppression by Gaussian elimination: which candidates must be hidden so that no primary can be computed. */
final class Elimination {
    /*
     * Every cell is a column, a sum of rows (inner cells). Columns already known - those that must be shown, then the candidates
     * in order - are pivots: each is subtracted from all later columns so that one of its rows vanishes from them. What is left of
     * a column is then what nobody knows of it, up to a factor. A candidate proportional to a primary would give the primary away
     * and is hidden; one that is left empty can be computed anyway and is shown.
     *
     * Singletons of persons [1]: their rows come last and any other row is taken as pivot before them, so a column with
     * nothing but such rows is a combination of singletons that would become known. A sum of them is refused (each is at
     * least one, so a sum of k over k cells tells all); a difference is allowed once per row. Primaries of only such rows need
     * no column of their own. Where single such rows may be shown (apart), a sum is refused only if a primary lies within it,
     * and else all of it becomes known.
     *
     * Singletons of holders: a candidate is hidden too if a holder who knows their own rows could work out a primary from it and what is shown, and if
     * nothing but the rows of two holders is left of it, since each would know the other's. Such a candidate is itself protected
     * from then on.
     *
     * Guarantee: no primary is a linear function of what is shown, unless it is reported as exposed by what had to be shown. Not
     * covered: that counts are whole and never negative; that is the attack's part. Cost: sparse; an inverted index from
     * row to columns finds what a pivot touches, the pivot row is the one in fewest columns still to be looked at (any choice among unmarked rows
     * gives the same outcome), and a hash of the columns in lowest terms finds proportional primaries.
     *
     * [1] Langsrud, Ø. (2024): Secondary Cell Suppression by Gaussian Elimination: An Algorithm Suitable for Handling Issues with
     *     Zeros and Singletons. Privacy in Statistical Databases.
     */
    private final List<Column> columns = new ArrayList<>();
    private final int firstPrimary;
    private final int firstLater;
    private final Singletons singletons;
    private final boolean holders;
    private final boolean dropPersons;
    private final int[] ownHolder;
    private final IntegerList[] columnsWith;
    private final int[] live;
    private final BitSet usedSingletons = new BitSet();
    private final BitSet done = new BitSet();
    private final Map<Column, IntegerList> primaries = new HashMap<>();
    private final BitSet secondary = new BitSet();
    private final BitSet exposed = new BitSet();

    /**
     * What is to be decided on.
     *
     * @param shown cells that are known whatever we do
     * @param candidates in order of publication: the first are rather kept
     * @param primaries cells that must not be computable, by nobody
     * @param sums sums of them that must not be computable by outsiders
     */
    record Question(List<Column> shown, List<Column> candidates, List<Column> primaries, List<Column> sums) {}

    /**
     * What elimination found.
     *
     * @param secondary positions of the candidates to hide
     * @param exposed positions of the primaries that what must be shown gives away
     */
    record Outcome(BitSet secondary, BitSet exposed) {}

    private Elimination(Question question, Singletons singletons) {
        columns.addAll(question.shown());
        columns.addAll(question.candidates());
        this.firstPrimary = columns.size();
        columns.addAll(question.primaries());
        this.firstLater = columns.size();
        columns.addAll(question.sums());
        this.singletons = singletons;
        this.holders = singletons.anyHolder();
        this.dropPersons = !singletons.apart() && question.shown().isEmpty();
        this.ownHolder = new int[firstLater - firstPrimary];
        this.columnsWith = new IntegerList[singletons.rows()];
        this.live = new int[singletons.rows()];
        Arrays.setAll(columnsWith, row -> new IntegerList());
        for (int id = 0; id < columns.size(); id++) {
            enter(id);
        }
    }

    /** Decides on the candidates. */
    static Outcome run(Question question, Singletons singletons) {
        Elimination elimination = new Elimination(question, singletons);
        int shown = question.shown().size();
        for (int id = 0; id < elimination.firstPrimary; id++) {
            GivenUp.look();
            elimination.decide(id, id < shown);
        }
        BitSet secondary = elimination.secondary.get(shown, Math.max(shown, elimination.firstPrimary));
        return new Outcome(secondary, elimination.exposed);
    }

    private void enter(int id) {
        Column column = columns.get(id);
        if (id >= firstPrimary) {
            if (id < firstLater) {
                ownHolder[id - firstPrimary] = singletons.holder(column.rows());
            }
            if (dropPersons && singletons.ofPersons(column.rows())) {
                done.set(id);
                return;
            }
            IntegerList same = primaries.computeIfAbsent(column, c -> new IntegerList());
            same.add(id);
            if (same.size() > 1) {
                done.set(id);
                return;
            }
        }
        for (int row : column.rows()) {
            columnsWith[row].add(id);
            live[row]++;
        }
    }

    private void decide(int id, boolean forced) {
        Column column = columns.get(id);
        finish(id);
        if (column.isZero()) {
            return;
        }
        if (forced) {
            publish(column);
        } else if (tellsOfPersons(column)) {
            if (singletons.apart() && !holdsPrimary(column)) {
                publishAll(column);
            } else {
                secondary.set(id);
            }
        } else {
            switch (told(column)) {
                case NOTHING -> publish(column);
                case TO_ALL -> secondary.set(id);
                case TO_HOLDER -> {
                    secondary.set(id);
                    protect(column);
                }
            }
        }
    }

    /** A column that need not be looked at again counts for no row. */
    private void finish(int id) {
        done.set(id);
        for (int row : columns.get(id).rows()) {
            live[row]--;
        }
    }

    /** To whom a candidate would tell a primary. */
    private enum Told {
        NOTHING,
        TO_ALL,
        TO_HOLDER
    }

    private Told told(Column column) {
        IntegerList same = primaries.get(column);
        if (!holders) {
            return same == null ? Told.NOTHING : Told.TO_ALL;
        }
        if (singletons.ofTwoHolders(column.rows())) {
            return Told.TO_HOLDER;
        }
        int toAll = same == null ? Integer.MAX_VALUE : same.get(0);
        int toHolder = firstToldHolder(column);
        if (toHolder < toAll) {
            return Told.TO_HOLDER;
        }
        return same == null ? Told.NOTHING : Told.TO_ALL;
    }

    /** Uses up the rows of an allowed difference even if the column is hidden for another reason. */
    private boolean tellsOfPersons(Column column) {
        int[] rows = column.rows();
        if (!singletons.ofPersons(rows)) {
            return false;
        }
        if (!column.isDifference() || Arrays.stream(rows).anyMatch(usedSingletons::get)) {
            return true;
        }
        Arrays.stream(rows).forEach(usedSingletons::set);
        return false;
    }

    private boolean holdsPrimary(Column column) {
        return primaries.keySet().stream()
                .anyMatch(primary ->
                        !primary.isZero() && Arrays.stream(primary.rows()).allMatch(column::has));
    }

    /** Every row of the column becomes known by itself. */
    private void publishAll(Column column) {
        for (int row : column.rows()) {
            publish(Column.sumOf(new int[] {row}));
        }
    }

    /** The first primary of which a holder could be told, or {@link Integer#MAX_VALUE}. */
    private int firstToldHolder(Column candidate) {
        int first = Integer.MAX_VALUE;
        for (Map.Entry<Column, IntegerList> primary : primaries.entrySet()) {
            BitSet told = holdersTold(candidate, primary.getKey());
            for (int k = 0; k < primary.getValue().size() && !told.isEmpty(); k++) {
                int id = primary.getValue().get(k);
                boolean relevant = id >= firstPrimary && id < firstLater;
                if (relevant && told.cardinality() > (told.get(ownHolder[id - firstPrimary]) ? 1 : 0)) {
                    first = Math.min(first, id);
                }
            }
        }
        return first;
    }

    /** The holders whose rows alone a multiple of the candidate differs from the primary by. */
    private BitSet holdersTold(Column candidate, Column primary) {
        BitSet told = new BitSet();
        BitSet common = new BitSet();
        Arrays.stream(candidate.rows()).filter(primary::has).forEach(common::set);
        while (!common.isEmpty()) {
            Column rest = primary.eliminate(candidate, common.nextSetBit(0));
            int holder = singletons.holder(rest.rows());
            if (holder != Singletons.NONE) {
                told.set(holder);
            }
            common.stream().filter(each -> !rest.has(each)).forEach(common::clear);
        }
        return told;
    }

    private void protect(Column column) {
        int id = columns.size();
        columns.add(column);
        primaries.computeIfAbsent(column, c -> new IntegerList()).add(id);
        for (int row : column.rows()) {
            columnsWith[row].add(id);
            live[row]++;
        }
    }

    private void publish(Column pivot) {
        int row = pivotRow(pivot);
        IntegerList touched = columnsWith[row];
        columnsWith[row] = new IntegerList();
        for (int k = 0; k < touched.size(); k++) {
            int id = touched.get(k);
            if (!done.get(id) && columns.get(id).has(row)) {
                replace(id, columns.get(id).eliminate(pivot, row));
            }
        }
    }

    private int pivotRow(Column pivot) {
        int best = pivot.rows()[0];
        for (int row : pivot.rows()) {
            if (!singletons.unmarked(row)) {
                break;
            }
            if (live[row] < live[best]) {
                best = row;
            }
        }
        return best;
    }

    private void replace(int id, Column now) {
        Column before = columns.get(id);
        columns.set(id, now);
        int at = 0;
        for (int row : now.rows()) {
            while (at < before.rows().length && before.rows()[at] < row) {
                live[before.rows()[at++]]--;
            }
            if (at < before.rows().length && before.rows()[at] == row) {
                at++;
            } else {
                columnsWith[row].add(id);
                live[row]++;
            }
        }
        while (at < before.rows().length) {
            live[before.rows()[at++]]--;
        }
        if (id >= firstPrimary) {
            rehash(id, before, now);
        }
    }

    /** Primaries that have become proportional stay so: one of them goes on for all. */
    private void rehash(int id, Column before, Column now) {
        IntegerList same = primaries.remove(before);
        if (same == null) {
            throw new IllegalStateException("A primary column was lost");
        }
        if (now.isZero()) {
            done.set(id);
            same.forEach(this::expose);
            return;
        }
        IntegerList others = primaries.get(now);
        if (others == null) {
            primaries.put(now, same);
        } else {
            finish(id);
            same.forEach(others::add);
        }
    }

    private void expose(int id) {
        if (id < firstLater) {
            exposed.set(id - firstPrimary);
        }
    }
}
