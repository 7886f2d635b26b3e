package se.samsyn.indicator.map;

import java.util.List;
import java.util.Optional;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;

/**
 * What it takes to draw a map: shapes of places in a view box, nothing of what is shown in them.
 *
 * @param level municipalities or regions; a map has one of them
 * @param places in order of code, each once
 * @param outlines of the regions over a map of municipalities, in order of code; none over a map of regions
 */
public record MapShape(Level level, ViewBox viewBox, List<PlaceShape> places, List<RegionOutline> outlines) {

    /** Copies the lists. */
    public MapShape {
        if (level != Level.MUNICIPALITY && level != Level.REGION) {
            throw new IllegalArgumentException("A map has municipalities or regions");
        }
        places = List.copyOf(places);
        outlines = List.copyOf(outlines);
    }

    /** The shape of a place; empty where the map does not have it. */
    public Optional<PlaceShape> find(PlaceCode code) {
        return places.stream().filter(place -> place.code().equals(code)).findFirst();
    }
}
