package se.samsyn.indicator.map;

/**
 * Positions on the ellipsoid GRS 80 as metres on a plane that keeps angles: the transverse Mercator projection. WGS 84 and
 * SWEREF 99 are taken as the same; they differ by less than a metre.
 */
final class TransverseMercator {

    /*
     * The formulas of Krüger in the third flattening n, as Lantmäteriet gives them [1], with series to the fourth order: right to
     * less than a millimetre in Sweden. SWEREF 99 TM, EPSG:3006, has the central meridian 15 degrees, the scale 0.9996 on it and
     * 500 000 metres added to the easting [2].
     *
     * [1] Lantmäteriet, Gauss Conformal Projection (Transverse Mercator): Krüger's formulas.
     * [2] Lantmäteriet, SWEREF 99, projektioner.
     */
    private static final double AXIS = 6_378_137;
    private static final double FLATTENING = 1 / 298.257222101;

    static final TransverseMercator SWEREF_99_TM = new TransverseMercator(15, 0.9996, 0, 500_000);

    private final double meridian;
    private final double scale;
    private final double falseNorthing;
    private final double falseEasting;
    private final double[] conformal = new double[4];
    private final double[] series = new double[4];
    private final double radius;

    /** With the central meridian in degrees. */
    TransverseMercator(double meridian, double scale, double falseNorthing, double falseEasting) {
        this.meridian = Math.toRadians(meridian);
        this.scale = scale;
        this.falseNorthing = falseNorthing;
        this.falseEasting = falseEasting;
        double e2 = FLATTENING * (2 - FLATTENING);
        double n = FLATTENING / (2 - FLATTENING);
        double n2 = n * n;
        radius = AXIS / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64);
        conformal[0] = e2;
        conformal[1] = (5 * e2 * e2 - Math.pow(e2, 3)) / 6;
        conformal[2] = (104 * Math.pow(e2, 3) - 45 * Math.pow(e2, 4)) / 120;
        conformal[3] = 1237 * Math.pow(e2, 4) / 1260;
        series[0] = n / 2 - 2 * n2 / 3 + 5 * n2 * n / 16 + 41 * n2 * n2 / 180;
        series[1] = 13 * n2 / 48 - 3 * n2 * n / 5 + 557 * n2 * n2 / 1440;
        series[2] = 61 * n2 * n / 240 - 103 * n2 * n2 / 140;
        series[3] = 49561 * n2 * n2 / 161280;
    }

    /** Easting as x and northing as y, in metres, of a position in degrees. */
    Point project(double longitude, double latitude) {
        double phi = Math.toRadians(latitude);
        double sine = Math.sin(phi);
        double square = sine * sine;
        double sum = conformal[0] + square * (conformal[1] + square * (conformal[2] + square * conformal[3]));
        double star = phi - sine * Math.cos(phi) * sum;
        double east = Math.toRadians(longitude) - meridian;
        double xi = Math.atan2(Math.tan(star), Math.cos(east));
        double sideways = Math.cos(star) * Math.sin(east);
        double eta = 0.5 * Math.log((1 + sideways) / (1 - sideways));
        double north = xi;
        double right = eta;
        for (int i = 0; i < series.length; i++) {
            double times = 2.0 * (i + 1);
            north += series[i] * Math.sin(times * xi) * Math.cosh(times * eta);
            right += series[i] * Math.cos(times * xi) * Math.sinh(times * eta);
        }
        return new Point(scale * radius * right + falseEasting, scale * radius * north + falseNorthing);
    }
}
