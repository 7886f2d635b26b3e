package se.samsyn.indicator.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TransverseMercatorTest {

    /** The worked example of Lantmäteriet, Gauss Conformal Projection: GRS 80, 66 degrees north and 24 east. */
    @Test
    void givesTheExampleOfLantmateriet() {
        var projection =
                new TransverseMercator(13 + 35 / 60.0 + 7.692 / 3600, 1.00000254, -6_226_307.8640, 84_182.8790);
        Point point = projection.project(24, 66);

        assertThat(point.y()).isEqualTo(1_135_809.413803, within(1e-5));
        assertThat(point.x()).isEqualTo(555_304.016555, within(1e-5));
    }

    /** The meridian of the projection is straight, and east and west are alike. */
    @Property
    void isSymmetric(
            @ForAll @DoubleRange(min = 0, max = 10) double away,
            @ForAll @DoubleRange(min = 55, max = 70) double north) {
        Point east = TransverseMercator.SWEREF_99_TM.project(15 + away, north);
        Point west = TransverseMercator.SWEREF_99_TM.project(15 - away, north);

        assertThat(east.x() - 500_000).isEqualTo(500_000 - west.x(), within(1e-6));
        assertThat(east.y()).isEqualTo(west.y(), within(1e-6));
    }

    /** A small step north and one east are equally long on the plane and at right angles: the projection keeps angles. */
    @Property
    void keepsAngles(
            @ForAll @DoubleRange(min = 10.5, max = 24.5) double longitude,
            @ForAll @DoubleRange(min = 55, max = 69.5) double latitude) {
        double e2 = 0.00669438002290;
        double sine = Math.sin(Math.toRadians(latitude));
        double step = 1e-4;
        double eastward = step * (1 - e2) / (1 - e2 * sine * sine) / Math.cos(Math.toRadians(latitude));
        Point south = TransverseMercator.SWEREF_99_TM.project(longitude, latitude - step);
        Point north = TransverseMercator.SWEREF_99_TM.project(longitude, latitude + step);
        Point west = TransverseMercator.SWEREF_99_TM.project(longitude - eastward, latitude);
        Point east = TransverseMercator.SWEREF_99_TM.project(longitude + eastward, latitude);

        assertThat(north.x() - south.x()).isEqualTo(-(east.y() - west.y()), within(1e-3));
        assertThat(north.y() - south.y()).isEqualTo(east.x() - west.x(), within(1e-3));
    }
}
