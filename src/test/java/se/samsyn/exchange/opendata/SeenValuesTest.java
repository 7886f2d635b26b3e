package se.samsyn.exchange.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The compact memory answers as a plain map from place in the answer to value does. */
class SeenValuesTest {

    @Property(tries = 100)
    void answersAsAMapDoes(@ForAll("values") List<KoladaValue> values) {
        var seen = new SeenValues();
        for (int round = 0; round < 2; round++) {
            Map<String, KoladaValue> plain = new HashMap<>();
            for (KoladaValue value : values) {
                String key = value.kpi() + " " + value.at() + " " + value.year() + " " + value.gender();
                KoladaValue before = plain.putIfAbsent(key, value);
                assertThat(seen.add(value))
                        .isEqualTo(
                                before == null
                                        ? SeenValues.Standing.NEW
                                        : before.equals(value)
                                                ? SeenValues.Standing.REPEATED
                                                : SeenValues.Standing.CONTRADICTS);
            }
            seen.clear();
        }
    }

    @Provide
    Arbitrary<List<KoladaValue>> values() {
        Arbitrary<KoladaId> ids = Arbitraries.integers().between(0, 12).map(n -> new KoladaId("N" + n));
        return Combinators.combine(
                        ids,
                        ids,
                        Arbitraries.integers().between(1970, 1990),
                        Arbitraries.of(KoladaGender.class),
                        Arbitraries.of(OptionalDouble.empty(), OptionalDouble.of(0), OptionalDouble.of(1.5)),
                        Arbitraries.of("", "p"),
                        Arbitraries.of(OptionalInt.empty(), OptionalInt.of(1)),
                        Arbitraries.of(true, false))
                .as(KoladaValue::new)
                .list()
                .ofMaxSize(3000);
    }
}
