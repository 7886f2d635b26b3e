package se.samsyn.exchange.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.exchange.opendata.OpenDataExamples.complete;
import static se.samsyn.exchange.opendata.OpenDataExamples.ids;
import static se.samsyn.exchange.opendata.OpenDataExamples.page;
import static se.samsyn.exchange.opendata.OpenDataExamples.reference;
import static se.samsyn.exchange.opendata.OpenDataExamples.refused;
import static se.samsyn.exchange.opendata.OpenDataExamples.row;
import static se.samsyn.exchange.opendata.OpenDataExamples.value;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;

/** The client without a network, on saved answers of v3 and v2. */
class KoladaSavedTest {

    private static final KoladaQuestion EVERYTHING = KoladaQuestion.ofPlaces(List.of(), List.of(), List.of());

    private final TestTaker taker = new TestTaker();

    @TempDir
    Path folder;

    private Kolada kolada() {
        return Kolada.over(new KoladaSource.Saved(List.of(folder)));
    }

    private Path save(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Fetched<Long> values(KoladaQuestion question) {
        return kolada().values(question, taker, Progress.SILENT);
    }

    /** Kolada's list of indicators as of 2026: 6 099, of which 362 on individual and family care. */
    @Test
    void readsKoladasIndicators() {
        Kolada kolada = Kolada.over(new KoladaSource.Saved(List.of(reference("kpi.json"))));

        Fetched.Complete<List<KoladaKpi>> all = complete(kolada.kpis(KoladaWanted.ALL, Progress.SILENT));
        assertThat(all.value()).hasSize(6_099);
        assertThat(all.warnings()).isEmpty();
        assertThat(all.value())
                .filteredOn(kpi -> kpi.area().equals("Individ- och familjeomsorg"))
                .hasSize(362);
        assertThat(all.value()).filteredOn(KoladaKpi::byGender).hasSize(2_313);
        assertThat(all.value()).filteredOn(KoladaKpi::forUnits).hasSize(679);
        assertThat(all.value())
                .filteredOn(kpi -> kpi.levels().equals(Set.of(Level.MUNICIPALITY)))
                .hasSize(3_649);
        assertThat(all.value())
                .filteredOn(kpi -> kpi.levels().equals(Set.of(Level.REGION)))
                .hasSize(1_318);
        assertThat(all.value()).filteredOn(kpi -> kpi.levels().size() == 2).hasSize(1_132);
        assertThat(all.value()).filteredOn(kpi -> kpi.published().isPresent()).hasSize(5_321);
        assertThat(all.value()).filteredOn(kpi -> kpi.auspice().isEmpty()).hasSize(97);

        var three = new KoladaWanted.Ids(ids("U30750", "U30751", "U30752", "U00000"));
        Fetched.Complete<List<KoladaKpi>> violence = complete(kolada.kpis(three, Progress.SILENT));
        assertThat(violence.value())
                .hasSize(3)
                .allMatch(kpi -> kpi.description().contains("nära relation"));
        assertThat(violence.unknown()).containsExactly("U00000");
        assertThat(complete(kolada.kpis(new KoladaWanted.Titled("PERSONALKOSTNADER, kr/inv"), Progress.SILENT))
                        .value())
                .extracting(kpi -> kpi.id().value())
                .contains("N00003");
    }

    /** Kolada's list of places: 290 municipalities, 21 regions and the nation. */
    @Test
    void readsKoladasPlaces() {
        Kolada kolada = Kolada.over(new KoladaSource.Saved(List.of(reference("municipality.json"))));

        List<KoladaPlace> places =
                complete(kolada.places(KoladaWanted.ALL, Progress.SILENT)).value();

        assertThat(places).hasSize(312);
        assertThat(places)
                .filteredOn(place -> place.type() == KoladaPlace.Type.K)
                .hasSize(290)
                .allMatch(place -> place.code().level() == Level.MUNICIPALITY);
        assertThat(places)
                .filteredOn(place -> place.code().level() == Level.REGION)
                .hasSize(21);
        assertThat(places)
                .filteredOn(place -> place.code().equals(PlaceCode.NATION))
                .extracting(KoladaPlace::title)
                .containsExactly("Riket");
        assertThat(places).allMatch(place -> KoladaId.of(place.code()).equals(place.id()));
        assertThat(places)
                .filteredOn(place -> place.id().value().equals("0001"))
                .extracting(KoladaPlace::code)
                .containsExactly(new PlaceCode("01"));
    }

    @Test
    void picksWhatIsAskedForOutOfAFolderOfAnyLists() throws IOException {
        Path data = save(
                "1.json",
                page("", row("N1", "2080", "2024", value("T", "1")), row("N2", "2081", "2023", value("T", "2"))));
        save(
                "2.json",
                page("", "{\"kpi\":\"N1\",\"ou\":\"V15E1\",\"period\":2024,\"values\":[" + value("T", "3") + "]}"));
        save("3.json", page("", "{\"id\":\"2080\",\"title\":\"Falun\",\"type\":\"K\"}"));
        save(
                "4.json",
                page(
                        "",
                        "{\"id\":\"G1\",\"title\":\"Liknande\",\"members\":[{\"id\":\"2081\",\"title\":\"Borlänge\"}]}"));
        save(
                "5.json",
                page("", "{\"id\":\"G2\",\"title\":\"Nyckeltal\",\"members\":[{\"id\":\"N1\",\"title\":\"Ett\"}]}"));
        save("6.json", page("", "{\"id\":\"V15E1\",\"title\":\"Skolan\",\"municipality\":\"2080\"}"));
        save("7.txt", "not read");
        Instant written = Instant.parse("2020-02-02T02:02:02Z");
        Files.setLastModifiedTime(data, FileTime.from(written));

        Fetched.Complete<Long> all = complete(values(EVERYTHING));
        assertThat(all.value()).isEqualTo(2);
        assertThat(all.fetchedAt()).isEqualTo(written);
        taker.values.clear();
        Fetched.Complete<Long> some =
                complete(values(KoladaQuestion.ofPlaces(ids("N1", "N3"), List.of(), List.of(2024))));
        assertThat(taker.values).extracting(value -> value.value().orElse(0)).containsExactly(1.0);
        assertThat(some.unknown()).containsExactly("N3");
        taker.values.clear();
        complete(values(KoladaQuestion.ofUnits(List.of(), List.of(), List.of())));
        assertThat(taker.values).extracting(value -> value.at().value()).containsExactly("V15E1");
        assertThat(complete(kolada().places(KoladaWanted.ALL, Progress.SILENT)).value())
                .hasSize(1);
        assertThat(complete(kolada().placeGroups(KoladaWanted.ALL, Progress.SILENT))
                        .value())
                .extracting(KoladaGroup::title)
                .containsExactly("Liknande");
        assertThat(complete(kolada().kpiGroups(KoladaWanted.ALL, Progress.SILENT))
                        .value())
                .extracting(KoladaGroup::title)
                .containsExactly("Nyckeltal");
        assertThat(complete(kolada().units(KoladaWanted.ALL, Progress.SILENT)).value())
                .containsExactly(new KoladaUnit(new KoladaId("V15E1"), "Skolan", Optional.of(new KoladaId("2080"))));
    }

    @Test
    void readsAnswersOfVersionTwo() throws IOException {
        save("kpi.json", """
                {"count": 1, "next_page": "http://api.kolada.se/v2/kpi?page=2&per_page=1", "values": [
                  {"id": "N00945", "title": "Invånare", "auspices": "X", "is_divided_by_gender": 1, "has_ou_data": 0,
                   "municipality_type": "K", "ou_publication_date": null, "publication_date": "2016-02-19"}]}""");
        save("data.json", """
                {"values": [{"kpi": "N00945", "municipality": "2080", "period": "2009", "values": [
                  {"count": 1, "gender": "T", "is_deleted": "1", "status": "", "value": null},
                  {"count": 1, "gender": "F", "status": "", "value": 3}]}]}""");

        Fetched.Complete<List<KoladaKpi>> kpis = complete(kolada().kpis(KoladaWanted.ALL, Progress.SILENT));
        KoladaKpi kpi = kpis.value().getFirst();
        assertThat(kpi.auspice()).isEqualTo("X");
        assertThat(kpi.byGender()).isTrue();
        assertThat(kpi.forUnits()).isFalse();
        assertThat(kpi.published()).contains(LocalDate.of(2016, 2, 19));
        assertThat(kpis.warnings()).singleElement().asString().contains("pekar vidare");
        Fetched.Complete<Long> values = complete(values(EVERYTHING));
        assertThat(taker.values).singleElement().satisfies(value -> {
            assertThat(value.year()).isEqualTo(2009);
            assertThat(value.deleted()).isTrue();
            assertThat(value.value()).isEqualTo(OptionalDouble.empty());
        });
        assertThat(values.warnings()).singleElement().asString().contains("F");
    }

    @Test
    void refusesFilesThatContradictEachOther() throws IOException {
        save("1.json", page("", row("N1", "2080", "2024", value("T", "1"))));
        save("2.json", page("", row("N1", "2080", "2024", value("T", "2"))));

        assertThat(refused(values(EVERYTHING), OpenDataFault.CONTRADICTION).where())
                .isEqualTo("2.json");
        assertThat(taker.done).isZero();
    }

    @Test
    void refusesWhatIsNotThereOrNotAnAnswer() throws IOException {
        refused(values(EVERYTHING), OpenDataFault.FILE);
        Path gone = folder.resolve("gone.json");
        refused(
                Kolada.over(new KoladaSource.Saved(List.of(gone))).kpis(KoladaWanted.ALL, Progress.SILENT),
                OpenDataFault.FILE);
        save("1.json", "\uFEFF" + page("", row("N1", "2080", "2024", value("T", "1"))));
        assertThat(complete(values(EVERYTHING)).value()).isEqualTo(1);
        save("2.json", "{\"values\":[{\"kpi\":");
        assertThat(refused(values(EVERYTHING), OpenDataFault.CUT_OFF).where()).isEqualTo("2.json");
        save("2.json", "kpi;value\n");
        refused(values(EVERYTHING), OpenDataFault.NOT_JSON);
    }

    @Test
    void saysWhenNothingOfTheKindIsThere() throws IOException {
        save("1.json", page("", row("N1", "2080", "2024", value("T", "1"))));

        var fetched = complete(kolada().kpis(KoladaWanted.ALL, Progress.SILENT));

        assertThat(fetched.value()).isEmpty();
        assertThat(fetched.warnings()).singleElement().asString().contains("Ingen av filerna");
    }

    /** 600 000 values in one file pass through without being held as text or as a tree. */
    @Test
    void streamsAFileOfManyValues() throws IOException {
        int kpis = 25;
        int places = 320;
        int years = 25;
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("many.json"))) {
            out.write("{\"values\":[");
            for (int n = 0; n < kpis * places * years; n++) {
                out.write(n == 0 ? "" : ",");
                out.write(row(
                        "N%05d".formatted(n % kpis),
                        "%04d".formatted(n / kpis % places),
                        String.valueOf(2000 + n / kpis / places),
                        value("T", n + ".5"),
                        value("K", n + ""),
                        value("M", "null")));
            }
            out.write("]}");
        }
        var count = new long[2];
        KoladaTaker counter = new KoladaTaker() {
            @Override
            public void take(KoladaValue value) {
                count[0]++;
            }

            @Override
            public void done() {
                count[1]++;
            }
        };

        assertThat(complete(kolada().values(EVERYTHING, counter, Progress.SILENT))
                        .value())
                .isEqualTo(600_000);
        assertThat(count).containsExactly(600_000, 1);
    }
}
