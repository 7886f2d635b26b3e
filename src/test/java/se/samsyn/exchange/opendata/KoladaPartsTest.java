package se.samsyn.exchange.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However long the lists, the parts cover them crossed, each combination once, with no list over 25. */
class KoladaPartsTest {

    @Property(tries = 200)
    void coverExactlyWhatIsAskedFor(
            @ForAll @IntRange(min = 0, max = 80) int kpis,
            @ForAll @IntRange(min = 0, max = 80) int places,
            @ForAll @IntRange(min = 0, max = 60) int years) {
        var question = KoladaQuestion.ofPlaces(
                IntStream.range(0, kpis).mapToObj(n -> new KoladaId("N" + n)).toList(),
                IntStream.range(0, places).mapToObj(n -> new KoladaId("" + n)).toList(),
                IntStream.range(0, years).mapToObj(n -> 1970 + n).toList());

        Set<String> covered = new HashSet<>();
        long combinations = 0;
        for (KoladaParts.Lists part : KoladaParts.of(question)) {
            assertThat(part.kpis().size()).isBetween(Math.min(1, kpis), 25);
            assertThat(part.at().size()).isBetween(Math.min(1, places), 25);
            assertThat(part.years().size()).isBetween(Math.min(1, years), 25);
            for (KoladaId kpi : orAny(part.kpis(), new KoladaId("any"))) {
                for (KoladaId place : orAny(part.at(), new KoladaId("any"))) {
                    for (int year : orAny(part.years(), 0)) {
                        covered.add(kpi + "/" + place + "/" + year);
                        combinations++;
                    }
                }
            }
        }
        assertThat(combinations)
                .isEqualTo((long) Math.max(1, kpis) * Math.max(1, places) * Math.max(1, years))
                .isEqualTo(covered.size());
    }

    private static <T> List<T> orAny(List<T> list, T any) {
        return list.isEmpty() ? List.of(any) : list;
    }
}
