package se.samsyn.exchange.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The parts of a selection are small enough, disjoint, and together the selection. */
class PxWebSplitTest {

    @Property(tries = 300)
    void coversTheSelectionOnce(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 12) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 400) int most) {
        Map<String, List<String>> selection = selection(lengths);

        Set<List<String>> cells = new HashSet<>();
        long count = 0;
        for (Map<String, List<String>> part : PxWebSplit.split(selection, most)) {
            assertThat(part.keySet()).containsExactlyElementsOf(selection.keySet());
            assertThat(PxWebSplit.cells(part)).isBetween(1.0, (double) most);
            List<List<String>> crossed = List.of(List.of());
            for (List<String> codes : part.values()) {
                crossed = crossed.stream()
                        .flatMap(before -> codes.stream().map(code -> {
                            var longer = new ArrayList<>(before);
                            longer.add(code);
                            return (List<String>) longer;
                        }))
                        .toList();
            }
            cells.addAll(crossed);
            count += crossed.size();
        }
        assertThat(count).isEqualTo(cells.size());
        assertThat((double) count).isEqualTo(PxWebSplit.cells(selection));
    }

    /** 312 places, 2 sexes, 101 ages, 57 years against Statistics Sweden's 150 000 cells: the ages or places are cut, no more. */
    @Test
    void cutsTheLongestList() {
        List<Map<String, List<String>>> parts = PxWebSplit.split(selection(List.of(312, 2, 101, 57)), 150_000);

        assertThat(parts).hasSizeBetween(24, 30);
        assertThat(parts)
                .allMatch(part -> part.getOrDefault("v1", List.of()).size() == 2
                        && part.getOrDefault("v2", List.of()).size() == 101);
    }

    @Test
    void refusesWhatWouldBeAskedForEver() {
        assertThatThrownBy(() -> PxWebSplit.split(selection(List.of(5000, 5000, 5000, 5000)), 10))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().fault()).isEqualTo(OpenDataFault.TOO_LARGE));
    }

    private static Map<String, List<String>> selection(List<Integer> lengths) {
        var selection = new LinkedHashMap<String, List<String>>();
        for (int variable = 0; variable < lengths.size(); variable++) {
            selection.put(
                    "v" + variable,
                    IntStream.range(0, lengths.get(variable))
                            .mapToObj(String::valueOf)
                            .toList());
        }
        return selection;
    }
}
