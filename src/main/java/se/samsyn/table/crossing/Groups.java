package se.samsyn.table.crossing;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.engine.Tally;
import se.samsyn.table.disclosure.BlurredTable;
import se.samsyn.table.disclosure.Branches;
import se.samsyn.table.disclosure.NoiseTable;

/** The groups that the engine counted, each with its category on every dimension and every filter of the crossing. */
final class Groups {

    private final Resolved resolved;
    private final Tally tally;
    private final int axes;
    private final int[] categories;
    private final int[] sources;
    private final Dimension.Positions[] places;

    Groups(Resolved resolved, Tally tally) {
        this.resolved = resolved;
        this.tally = tally;
        Dimension.Positions[] positions = Stream.concat(
                        resolved.dimensions().stream(),
                        resolved.filters().stream().map(Resolved.Kept::dimension))
                .map(Dimension::positions)
                .toArray(Dimension.Positions[]::new);
        this.axes = positions.length;
        int ladders = resolved.ladders().branches().size();
        this.sources =
                IntStream.range(0, ladders).map(resolved.ladders()::first).toArray();
        this.places = IntStream.range(0, ladders)
                .mapToObj(resolved.ladders()::positions)
                .toArray(Dimension.Positions[]::new);
        this.categories = new int[tally.size() * axes];
        for (int group = 0; group < tally.size(); group++) {
            for (int axis = 0; axis < axes; axis++) {
                categories[group * axes + axis] = positions[axis].of(tally.code(group, axis));
            }
        }
    }

    /** Where a group stands among all that is counted. */
    private int[] at(int group) {
        int[] at = new int[places.length];
        Arrays.setAll(at, ladder -> places[ladder].of(tally.code(group, sources[ladder])));
        return at;
    }

    /** Whether all filters but one keep the group; -1 for all of them. */
    private boolean keeps(int group, int but) {
        int dimensions = resolved.dimensions().size();
        for (int filter = 0; filter < axes - dimensions; filter++) {
            int category = categories[group * axes + dimensions + filter];
            if (filter != but && !resolved.filters().get(filter).categories().contains(category)) {
                return false;
            }
        }
        return true;
    }

    /** The persons of all groups. */
    long all() {
        long all = 0;
        for (int group = 0; group < tally.size(); group++) {
            all += tally.rows(group);
        }
        return all;
    }

    /** The persons that all filters keep. */
    long kept() {
        return kept(-1);
    }

    /** The persons that all filters but one keep. */
    long kept(int but) {
        long kept = 0;
        for (int group = 0; group < tally.size(); group++) {
            kept += keeps(group, but) ? tally.rows(group) : 0;
        }
        return kept;
    }

    /** In how many cells of the table anybody is. */
    long occupied() {
        return occupied(resolved.dimensions().size());
    }

    /** In how many cells anybody is of those that the cells of the table are summed of: by each category that a filter keeps. */
    long summed() {
        return occupied(axes);
    }

    private long occupied(int width) {
        int[] sizes = resolved.sizes();
        Set<Long> occupied = new HashSet<>();
        for (int group = 0; group < tally.size(); group++) {
            if (keeps(group, -1)) {
                long cell = 0;
                for (int axis = 0; axis < width; axis++) {
                    cell = cell * sizes[axis] + categories[group * axes + axis];
                }
                occupied.add(cell);
            }
        }
        return occupied.size();
    }

    /** Counted by the filters too, so that what is kept adds up with what is not. */
    BlurredTable counts(NoiseTable noise) {
        return counts(noise, _ -> true);
    }

    private BlurredTable counts(NoiseTable noise, IntPredicate wanted) {
        BlurredTable.Builder builder = new BlurredTable.Builder(
                noise, Double.NaN, Double.NaN, resolved.ladders().branches());
        for (int group = 0; group < tally.size(); group++) {
            if (wanted.test(group)) {
                builder.add(tally.rows(group), tally.keys(group), at(group));
            }
        }
        return builder.build();
    }

    /** The numbers of those who are kept and have one; they are counted by the filters too. */
    BlurredTable numbers(NoiseTable noise) {
        List<Branches> ofAxes = resolved.ladders().ofAxes();
        BlurredTable.Builder builder =
                new BlurredTable.Builder(noise, resolved.range()[0], resolved.range()[1], ofAxes);
        for (int group = 0; group < tally.size(); group++) {
            int[] at = Arrays.copyOf(at(group), ofAxes.size());
            builder.among(tally.keys(group), at);
            if (hasNumber(group) && keeps(group, -1)) {
                builder.addNumbers(tally.rows(group), tally.keys(group), tally.step(group), tally.sum(group), at);
            }
        }
        BlurredTable numbered = counts(noise, this::hasNumber);
        return builder.build(at -> resolved.kept(at, numbered));
    }

    private boolean hasNumber(int group) {
        return !Double.isNaN(tally.step(group));
    }
}
