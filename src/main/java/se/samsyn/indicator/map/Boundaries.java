package se.samsyn.indicator.map;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import se.samsyn.kernel.PlaceCode;

/**
 * Real boundaries of municipalities or of regions, read from GeoJSON and made small enough for a page: the longer side of the view
 * box is 1 000 units, coordinates are in tenths, and what no eye would see at that size is left out.
 *
 * @param shape the map, in SWEREF 99 TM with north up
 */
public record Boundaries(MapShape shape) {

    /** The largest file that is read, in bytes. */
    public static final int MOST_BYTES = 32 * 1024 * 1024;

    /**
     * Reads a {@code FeatureCollection} with one object or more for each place. Surfaces are polygons, multipolygons and
     * collections of them, in degrees of WGS 84 or metres of SWEREF 99 TM, told from the numbers. Codes are taken from the property
     * that holds the most different known ones, as text or as numbers. Whatever the file holds is answered by the result.
     *
     * @param known the places there are, of any level
     * @throws IOException if the stream cannot be read
     */
    public static BoundaryReading read(InputStream in, Set<PlaceCode> known) throws IOException {
        byte[] file = in.readNBytes(MOST_BYTES + 1);
        try {
            var reader = new BoundaryReader(known);
            var boundaries = new Boundaries(reader.read(file));
            return new BoundaryReading.Read(boundaries, reader.warnings());
        } catch (Refusal refusal) {
            return new BoundaryReading.Refused(refusal.problems());
        }
    }

    /**
     * Reads a file, see {@link #read(InputStream, Set)}.
     *
     * @throws IOException if the disk fails or the file is not there
     */
    public static BoundaryReading read(Path file, Set<PlaceCode> known) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, known);
        }
    }

    /** The codes of the map, in order. */
    public List<PlaceCode> codes() {
        return shape.places().stream().map(PlaceShape::code).toList();
    }

    /** The map as lines of text to be stored; about 100 000 characters for the municipalities. */
    public String text() {
        return BoundaryText.write(shape);
    }

    /**
     * The boundaries that {@link #text()} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static Boundaries ofText(String text) {
        return new Boundaries(BoundaryText.read(text));
    }
}
