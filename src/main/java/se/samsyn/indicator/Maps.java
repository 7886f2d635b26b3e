package se.samsyn.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.Purpose;
import se.samsyn.indicator.map.Boundaries;
import se.samsyn.indicator.map.BoundaryReading;
import se.samsyn.indicator.map.MapProblem;
import se.samsyn.indicator.map.MapShape;
import se.samsyn.indicator.map.TileGrid;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;

/** The door to maps: tiles of equal size, or real boundaries where they have been loaded. */
@Service
public class Maps {

    private final BoundaryStore store;
    private final Organisations organisations;
    private final Access access;
    private final AccessLog log;
    private final Clock clock;
    private final Map<Level, MapShape> read = new ConcurrentHashMap<>();

    Maps(BoundaryStore store, Organisations organisations, Access access, AccessLog log, Clock clock) {
        this.store = store;
        this.organisations = organisations;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** Tiles of equal size: every place is as easy to see. */
    public MapShape tiles(Level level) {
        return level == Level.REGION ? TileGrid.regions() : TileGrid.municipalities();
    }

    /** Real boundaries, else tiles. */
    public MapShape boundaries(Level level) {
        return read.computeIfAbsent(
                level,
                one -> store.find(one)
                        .map(text -> Boundaries.ofText(text).shape())
                        .orElseGet(() -> tiles(one)));
    }

    /** Whether real boundaries of that level have been loaded. */
    public boolean hasBoundaries(Level level) {
        return !boundaries(level).equals(tiles(level));
    }

    /** Loads boundaries from GeoJSON, if they can be used. */
    public BoundaryReading load(InputStream file) throws IOException {
        access.requireAtHome(Action.IMPORT_INDICATORS);
        Actor actor = access.actor();
        Set<PlaceCode> known = Stream.concat(
                        organisations.regions().stream(), organisations.municipalities(PlaceCode.NATION).stream())
                .map(Place::code)
                .collect(Collectors.toSet());
        BoundaryReading reading = Boundaries.read(file, known);
        if (reading instanceof BoundaryReading.Read loaded) {
            Level level = loaded.boundaries().shape().level();
            log.record(actor, "LOAD_BOUNDARIES", Purpose.FOLLOW_UP, level.name(), actor.place());
            store.put(level, loaded.boundaries().text(), clock.instant());
            read.remove(level);
        }
        return reading;
    }

    /**
     * What became of a file of boundaries.
     *
     * @param level the one that was loaded; empty where the file cannot be used
     * @param told what is wrong, missing or mended, in Swedish
     */
    public record Loaded(Optional<Level> level, List<String> told) {

        /** Copies the list. */
        public Loaded {
            told = List.copyOf(told);
        }
    }

    /** Loads boundaries from GeoJSON, if they can be used, and tells of it in words. */
    public Loaded receive(InputStream file) throws IOException {
        return switch (load(file)) {
            case BoundaryReading.Read read ->
                new Loaded(
                        Optional.of(read.boundaries().shape().level()),
                        read.warnings().stream().map(MapProblem::toString).toList());
            case BoundaryReading.Refused refused ->
                new Loaded(
                        Optional.empty(),
                        refused.problems().stream().map(MapProblem::toString).toList());
        };
    }

    /** The levels that real boundaries have been loaded of. */
    public List<Level> loaded() {
        return Stream.of(Level.MUNICIPALITY, Level.REGION)
                .filter(this::hasBoundaries)
                .toList();
    }

    /** Goes back to tiles. */
    public void unload(Level level) {
        access.requireAtHome(Action.IMPORT_INDICATORS);
        Actor actor = access.actor();
        log.record(actor, "LOAD_BOUNDARIES", Purpose.FOLLOW_UP, level.name(), actor.place());
        store.remove(level);
        read.remove(level);
    }
}
