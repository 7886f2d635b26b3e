package se.samsyn.table.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samsyn.engine.Coded;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Codebook;

class PopulationTextTest {

    private static final Codebook CODEBOOK =
            codebook(field("ar", "2024", "2025"), field("stad", "a;b", "c,d=", "-", "--", "."));

    private static Codebook.Field field(String key, String... codes) {
        return new Codebook.Field(
                key,
                Wording.same(key),
                Optional.empty(),
                new Codebook.Codes(
                        Stream.of(codes)
                                .map(code -> new Codebook.Code(code, Wording.same(code), false))
                                .toList(),
                        List.of()));
    }

    private static Codebook codebook(Codebook.Field... fields) {
        Wording some = Wording.same("x");
        OptionalInt period = OptionalInt.of(
                List.of(fields).stream().map(Codebook.Field::key).toList().indexOf("ar"));
        return new Codebook(
                new InstrumentKey("prov"),
                some,
                some,
                some,
                PlaceCode.NATION,
                period,
                OptionalInt.empty(),
                List.of(fields));
    }

    private static Population of(int column, int period, Integer... codes) {
        return new Population(Map.of(new Population.Trait(column, period), Set.of(codes)));
    }

    @Test
    void readsWhatItWrites() {
        PopulationText text = new PopulationText(CODEBOOK);
        List<Population> all = new ArrayList<>(List.of(new Population(Map.of())));
        for (int period = 0; period <= 2; period++) {
            for (int code = Coded.ABSENT; code < 5; code++) {
                all.add(of(1, period, code));
            }
            all.add(of(1, period, Coded.EMPTY, 0, 2, 3));
        }
        assertThat(all)
                .allSatisfy(population ->
                        assertThat(text.read(text.write(population))).contains(population));
        assertThat(all.stream().map(text::write)).doesNotHaveDuplicates();
    }

    /** Fields and codes that have changed places are still the same. */
    @Test
    void holdsWhenTheCodebookIsInAnotherOrder() {
        String asked = new PopulationText(CODEBOOK).write(of(1, 2, 0, 4));
        PopulationText after =
                new PopulationText(codebook(field("kon", "1"), field("stad", ".", "ny", "a;b"), field("ar", "2025")));
        assertThat(after.read(asked)).contains(of(1, 1, 0, 2));
    }

    @Test
    void speaksOfNobodyWhereTheCodebookHasNoSuchThing() {
        String asked = new PopulationText(CODEBOOK).write(of(1, 2, 0));
        assertThat(new PopulationText(codebook(field("ar", "2025"), field("kon", "1"))).read(asked))
                .isEmpty();
        assertThat(new PopulationText(codebook(field("ar", "2023"), field("stad", "a;b"))).read(asked))
                .isEmpty();
        assertThat(new PopulationText(codebook(field("ar", "2025"), field("stad", "b"))).read(asked))
                .isEmpty();
        assertThat(new PopulationText(CODEBOOK).read("3.0=1,2")).isEmpty();
    }
}
