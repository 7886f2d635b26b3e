package se.samsyn.indicator.map;

import java.util.List;
import java.util.Map;

/**
 * A file of GeoJSON (RFC 7946) as far as surfaces go.
 *
 * @param type what the file says it is; empty if it does not
 * @param system the name of the coordinate system, as files from before 2016 tell it; empty if it is not told
 */
record GeoJson(String type, String system, List<Feature> features) {

    /**
     * One object of the file.
     *
     * @param number 1 for the first
     * @param properties texts and numbers as they stand; {@code @id} is the id beside the properties
     */
    record Feature(int number, Map<String, String> properties, Geometry geometry) {}

    /**
     * @param polygons each a list of rings, the outer first; a ring is x and y by turns
     * @param fault whether the geometry is not of the form its type asks for
     */
    record Geometry(List<List<double[]>> polygons, boolean fault) {

        static final Geometry NONE = new Geometry(List.of(), false);
        static final Geometry FAULTY = new Geometry(List.of(), true);
    }

    /** Takes points. */
    interface PointTaker {
        void take(double x, double y);
    }

    void forEachPoint(PointTaker taker) {
        for (Feature feature : features) {
            for (List<double[]> polygon : feature.geometry().polygons()) {
                for (double[] ring : polygon) {
                    for (int i = 0; i < ring.length; i += 2) {
                        taker.take(ring[i], ring[i + 1]);
                    }
                }
            }
        }
    }
}
