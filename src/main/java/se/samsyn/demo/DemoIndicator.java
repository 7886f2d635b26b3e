package se.samsyn.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import se.samsyn.indicator.Wanted;

/**
 * A made-up indicator, read from {@code demo/indicators.csv}.
 *
 * @param level around which values lie: a share, a number per 10 000, or a number
 * @param spread between places, as a share of the level
 * @param trend from the first year to the last, as a share of the level
 * @param women how much higher the level of women is, as a share of it
 * @param asked of how many adults the share is; 1 for all
 */
record DemoIndicator(
        String key,
        String title,
        String description,
        String area,
        String perspective,
        Shape shape,
        Wanted wanted,
        double level,
        double spread,
        double trend,
        double women,
        double asked) {

    static final List<DemoIndicator> ALL = read();

    /** What its values are. */
    enum Shape {
        SHARE,
        RATE,
        PLAIN
    }

    private static List<DemoIndicator> read() {
        try (InputStream in = DemoIndicator.class.getResourceAsStream("/demo/indicators.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> of(line.split(";", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The made-up indicators could not be read", e);
        }
    }

    private static DemoIndicator of(String[] fields) {
        return new DemoIndicator(
                fields[0],
                fields[1],
                fields[2],
                fields[3],
                fields[4],
                Shape.valueOf(fields[5]),
                Wanted.valueOf(fields[6]),
                Double.parseDouble(fields[7]),
                Double.parseDouble(fields[8]),
                Double.parseDouble(fields[9]),
                Double.parseDouble(fields[10]),
                Double.parseDouble(fields[11]));
    }
}
