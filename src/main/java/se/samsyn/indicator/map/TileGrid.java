package se.samsyn.indicator.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;

/**
 * Sweden as equal hexagons, one for each place, laid out so that neighbours stay neighbours. Laid out by the project and read from
 * {@code indicator/map/*-tiles.csv}: the column and row of each code, rows from the north, every odd row half a tile to the
 * right. Tiles stand on a corner, 20 units wide.
 */
public final class TileGrid {

    /** In tenths of a unit. Half a tile is 100 wide and 115 high, its upright sides reach 58 up and down, and rows are 173 apart. */
    private static final int[][] CORNERS = {{0, -115}, {100, -58}, {100, 58}, {0, 115}, {-100, 58}, {-100, -58}};

    private static final int WIDTH = 200;
    private static final int ROW = 173;
    private static final int MARGIN = 20;

    private static final MapShape MUNICIPALITIES = draw(Level.MUNICIPALITY, "municipality-tiles.csv");
    private static final MapShape REGIONS = draw(Level.REGION, "region-tiles.csv");

    record Tile(int column, int row) {

        /** The middle of the tile in tenths of a unit. */
        int x() {
            return MARGIN + WIDTH / 2 + column * WIDTH + row % 2 * (WIDTH / 2);
        }

        int y() {
            return MARGIN + CORNERS[3][1] + row * ROW;
        }

        Polygon hexagon() {
            var ring = new long[CORNERS.length + 1];
            for (int i = 0; i < ring.length; i++) {
                int[] corner = CORNERS[i % CORNERS.length];
                ring[i] = Topology.point(x() + corner[0], y() + corner[1]);
            }
            return new Polygon(List.of(ring));
        }
    }

    private TileGrid() {}

    /** The 290 municipalities, with outlines of the 21 regions. */
    public static MapShape municipalities() {
        return MUNICIPALITIES;
    }

    /** The 21 regions. */
    public static MapShape regions() {
        return REGIONS;
    }

    static SortedMap<PlaceCode, Tile> tiles(String resource) {
        try (InputStream in = TileGrid.class.getResourceAsStream("/indicator/map/" + resource)) {
            var tiles = new TreeMap<PlaceCode, Tile>();
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";", 3))
                    .forEach(fields -> tiles.put(
                            new PlaceCode(fields[0]),
                            new Tile(Integer.parseInt(fields[1]), Integer.parseInt(fields[2]))));
            return tiles;
        } catch (IOException e) {
            throw new UncheckedIOException("The layout of tiles could not be read", e);
        }
    }

    private static MapShape draw(Level level, String resource) {
        SortedMap<PlaceCode, Tile> tiles = tiles(resource);
        var surfaces = new TreeMap<PlaceCode, List<Polygon>>();
        Map<PlaceCode, Point> labels = new HashMap<>();
        Map<PlaceCode, Point> stand = new HashMap<>();
        int right = 0;
        int bottom = 0;
        for (Map.Entry<PlaceCode, Tile> entry : tiles.entrySet()) {
            Tile tile = entry.getValue();
            surfaces.put(entry.getKey(), List.of(tile.hexagon()));
            labels.put(entry.getKey(), new Point(tile.x() / 10.0, tile.y() / 10.0));
            stand.put(entry.getKey(), new Point(tile.column(), tile.row()));
            right = Math.max(right, tile.x() + WIDTH / 2 + MARGIN);
            bottom = Math.max(bottom, tile.y() + CORNERS[3][1] + MARGIN);
        }
        return Drawing.of(level, new ViewBox(right / 10.0, bottom / 10.0), surfaces, labels, stand);
    }
}
