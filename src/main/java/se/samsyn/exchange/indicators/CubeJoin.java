package se.samsyn.exchange.indicators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.exchange.cube.Category;
import se.samsyn.exchange.cube.Cells;
import se.samsyn.exchange.cube.Cube;
import se.samsyn.exchange.cube.Dimension;
import se.samsyn.exchange.cube.Mark;
import se.samsyn.exchange.cube.Symbol;

/** Puts the parts that a database answered with together to the one table that was asked for. */
final class CubeJoin {

    private static final long MOST_CELLS = 20_000_000;

    private CubeJoin() {}

    /**
     * One table of the parts, which have the same dimensions in the same order; a cell that no part has is missing.
     *
     * @throws IllegalArgumentException when they have not, or when it would be too large
     */
    static Cube join(List<Cube> parts) {
        Cube first = parts.getFirst();
        if (parts.size() == 1) {
            return first;
        }
        var dimensions = new ArrayList<Dimension>();
        long size = 1;
        for (int at = 0; at < first.dimensions().size(); at++) {
            Dimension joined = joined(parts, at);
            dimensions.add(joined);
            size = Math.multiplyExact(size, (long) joined.size());
        }
        if (size > MOST_CELLS) {
            throw new IllegalArgumentException("At most " + MOST_CELLS + " cells are put together");
        }
        var cells = new Cells.Builder((int) size);
        for (int index = 0; index < size; index++) {
            cells.set(index, 0, Symbol.of(Mark.MISSING));
        }
        for (Cube part : parts) {
            copy(part, dimensions, cells);
        }
        return new Cube(
                first.code(),
                first.languages(),
                first.title(),
                first.contents(),
                first.source(),
                first.subjectCode(),
                first.subject(),
                first.updated(),
                first.unit(),
                dimensions,
                first.headings(),
                first.notes(),
                List.of(),
                cells.build());
    }

    private static Dimension joined(List<Cube> parts, int at) {
        Dimension first = parts.getFirst().dimensions().get(at);
        Map<String, Category> categories = new LinkedHashMap<>();
        for (Cube part : parts) {
            boolean same =
                    part.dimensions().size() == parts.getFirst().dimensions().size()
                            && part.dimensions().get(at).code().equals(first.code());
            if (!same) {
                throw new IllegalArgumentException("The parts are of different tables");
            }
            part.dimensions().get(at).categories().forEach(each -> categories.putIfAbsent(each.code(), each));
        }
        return Dimension.of(first.code(), first.label(), first.role(), List.copyOf(categories.values()));
    }

    private static void copy(Cube part, List<Dimension> dimensions, Cells.Builder cells) {
        var positions = new ArrayList<Map<String, Integer>>();
        for (Dimension dimension : dimensions) {
            Map<String, Integer> position = new LinkedHashMap<>();
            dimension.categories().forEach(each -> position.put(each.code(), position.size()));
            positions.add(position);
        }
        int[] index = new int[1];
        part.each((place, value, mark) -> {
            int to = 0;
            for (int at = 0; at < place.length; at++) {
                to = to * dimensions.get(at).size() + positions.get(at).getOrDefault(part.codeAt(at, place[at]), 0);
            }
            cells.set(to, value, part.cells().symbol(index[0]++));
        });
    }
}
