package se.samsyn.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.PlaceMark;
import se.samsyn.table.source.UnitPlace;

/**
 * The places of a data set as a tree: nation, regions, municipalities, units. In each region the cases of protected identity stand
 * in a place of their own beside the municipalities, which is never shown.
 */
final class Places {

    static final int NATION = 0;

    /**
     * A place in the tree.
     *
     * @param where empty for the place that is never shown
     * @param parent its position, -1 for the nation
     */
    record Node(Optional<Where> where, int parent, int depth, List<Integer> children) {

        boolean secret() {
            return where.isEmpty();
        }
    }

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Where, Integer> positions = new HashMap<>();
    private final Map<Integer, Integer> secret = new HashMap<>();
    private final int[][] openPath;
    private final int[][] secretPath;

    Places(Dataset data) {
        add(new Where.Area(PlaceCode.NATION), -1);
        openPath = new int[data.units().size()][];
        secretPath = new int[data.units().size()][];
        for (int unit = 0; unit < openPath.length; unit++) {
            UnitPlace place = data.units().get(unit);
            int region = add(new Where.Area(place.municipality().region()), NATION);
            int municipality = add(new Where.Area(place.municipality()), region);
            int own = add(new Where.OneUnit(place.id()), municipality);
            openPath[unit] = new int[] {NATION, region, municipality, own};
            secretPath[unit] = new int[] {NATION, region};
        }
        for (int row = 0; row < data.size(); row++) {
            if (data.place(row) == PlaceMark.PROTECTED) {
                secretPath[data.unit(row)] = withSecret(secretPath[data.unit(row)]);
            }
        }
    }

    private int[] withSecret(int[] path) {
        int region = path[1];
        int place = secret.computeIfAbsent(region, _ -> {
            nodes.add(new Node(Optional.empty(), region, 2, List.of()));
            nodes.get(region).children().add(nodes.size() - 1);
            return nodes.size() - 1;
        });
        return new int[] {NATION, region, place};
    }

    private int add(Where where, int parent) {
        Integer known = positions.get(where);
        if (known != null) {
            return known;
        }
        int depth = parent < 0 ? 0 : nodes.get(parent).depth() + 1;
        nodes.add(new Node(Optional.of(where), parent, depth, new ArrayList<>()));
        int position = nodes.size() - 1;
        if (parent >= 0) {
            nodes.get(parent).children().add(position);
        }
        positions.put(where, position);
        return position;
    }

    /** The nation, the regions and the municipalities, from above. */
    List<Where> above() {
        return nodes.stream()
                .sorted(Comparator.comparingInt(Node::depth))
                .flatMap(node -> node.where().stream())
                .filter(where -> where instanceof Where.Area)
                .toList();
    }

    Node node(int position) {
        return nodes.get(position);
    }

    /** The position of a place that has units in the data set. */
    @Nullable
    Integer find(Where where) {
        return positions.get(where);
    }

    /** The position of the place a row lies in at a depth (0 nation, 1 region, 2 municipality, 3 unit), or -1. */
    int at(Dataset data, int row, int depth) {
        int[] path = (data.place(row) == PlaceMark.OPEN ? openPath : secretPath)[data.unit(row)];
        return depth < path.length ? path[depth] : -1;
    }
}
