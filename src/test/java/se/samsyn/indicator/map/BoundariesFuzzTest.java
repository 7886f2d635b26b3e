package se.samsyn.indicator.map;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.indicator.map.MapExamples.collection;
import static se.samsyn.indicator.map.MapExamples.feature;
import static se.samsyn.indicator.map.MapExamples.square;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/** Whatever bytes come, the door answers with a result, and a result can be drawn and stored. */
class BoundariesFuzzTest {

    private static final Pattern PATH = Pattern.compile("(M[-0-9. ]+l[-0-9. ]+z)+");
    private static final String GOOD = collection(
            feature("\"kommun_kod\":\"2080\",\"lan_kod\":20", square(14, 60, 0.5) + "," + square(14.1, 60.1, 0.1)),
            feature("\"kommun_kod\":\"2081\",\"lan_kod\":20", square(14.5, 60, 0.5)),
            feature("\"kommun_kod\":\"0980\",\"lan_kod\":\"09\"", square(18, 57, 0.5)));

    @Property(tries = 500)
    void answersToAnyBytes(@ForAll byte[] bytes) {
        answers(bytes);
    }

    @Property(tries = 2000)
    void answersToAGoodFileWithABitChanged(@ForAll int place, @ForAll byte with, @ForAll int length) {
        byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
        answers(Arrays.copyOf(bytes, Math.floorMod(length, bytes.length)));
        bytes[Math.floorMod(place, bytes.length)] = with;
        answers(bytes);
    }

    @Property(tries = 2000)
    void answersToAGoodFileWithPiecesMoved(@ForAll int from, @ForAll int to, @ForAll("pieces") String piece) {
        int start = Math.floorMod(from, GOOD.length());
        int end = Math.min(GOOD.length(), start + Math.floorMod(to, 30));
        answers((GOOD.substring(0, start) + piece + GOOD.substring(end)).getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "",
                "[",
                "]",
                "[[",
                "]]",
                "{",
                "}",
                ",",
                "null",
                "NaN",
                "-1e400",
                "[]",
                "{}",
                "\"x\"",
                "true",
                "14",
                "0114",
                "\"geometry\":null,",
                "\"type\":\"GeometryCollection\",",
                "\"features\":[]",
                "[14,60],",
                "[[14,60]],");
    }

    /** Rings of any points of Sweden, crossing themselves and one another as they like. */
    @Property(tries = 400)
    void drawsAnyRings(
            @ForAll @Size(min = 1, max = 3) List<@Size(max = 12) List<@DoubleRange(min = 0, max = 1) Double>> rings) {
        var features = new String[rings.size()];
        for (int i = 0; i < features.length; i++) {
            var ring = new StringBuilder();
            List<Double> numbers = rings.get(i);
            for (int j = 0; j + 1 < numbers.size(); j += 2) {
                ring.append(j == 0 ? "" : ",")
                        .append("[%s,%s]".formatted(14 + numbers.get(j) * 3, 60 + numbers.get(j + 1) * 3));
            }
            features[i] = feature("\"kod\":\"208" + i + "\"", "[" + ring + "]");
        }
        answers(collection(features).getBytes(StandardCharsets.UTF_8));
    }

    private static void answers(byte[] bytes) {
        switch (MapExamples.reading(bytes)) {
            case BoundaryReading.Refused refused ->
                assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
                    assertThat(problem.what()).isNotBlank();
                    assertThat(problem.remedy()).isNotBlank();
                });
            case BoundaryReading.Read read -> {
                MapShape map = read.boundaries().shape();
                assertThat(map.places()).isNotEmpty().allSatisfy(place -> {
                    assertThat(PATH.matcher(place.path()).matches())
                            .as(place.path())
                            .isTrue();
                    assertThat(place.label().x()).isBetween(0.0, map.viewBox().width());
                    assertThat(place.label().y()).isBetween(0.0, map.viewBox().height());
                });
                assertThat(Boundaries.ofText(read.boundaries().text())).isEqualTo(read.boundaries());
            }
        }
    }
}
