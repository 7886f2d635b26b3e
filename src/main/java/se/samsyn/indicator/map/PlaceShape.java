package se.samsyn.indicator.map;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import se.samsyn.kernel.PlaceCode;

/**
 * One place of a map.
 *
 * @param path the value of SVG's attribute {@code d}: closed rings, to be filled by the rule {@code evenodd}
 * @param label a point inside the shape, as far from its border as it goes; the middle of a tile
 * @param neighbours where each arrow key leads; no entry at the edge of the map
 */
public record PlaceShape(PlaceCode code, String path, Point label, Map<Direction, PlaceCode> neighbours) {

    /** Copies the neighbours in the order of {@link Direction}. */
    public PlaceShape {
        var copy = new EnumMap<Direction, PlaceCode>(Direction.class);
        copy.putAll(neighbours);
        neighbours = Collections.unmodifiableMap(copy);
    }

    /** Where an arrow key leads; empty at the edge of the map. */
    public Optional<PlaceCode> neighbour(Direction direction) {
        return Optional.ofNullable(neighbours.get(direction));
    }
}
