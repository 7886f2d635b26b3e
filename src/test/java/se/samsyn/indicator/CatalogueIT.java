package se.samsyn.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.indicator.IndicatorExamples.titled;
import static se.samsyn.indicator.IndicatorExamples.value;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samsyn.StatementCount;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.database.TestDatabase;
import se.samsyn.kernel.PlaceCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finding indicators in Swedish, in a database of the test's own. */
@SpringBootTest(
        properties = {"samsyn.data=target/indicators", "samsyn.test.own-database=true"},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(StatementCount.class)
class CatalogueIT {

    private static final PlaceCode FALUN = new PlaceCode("2080");

    /** Paging, finding and counting are one reading, with the source's name and the places' use in it. */
    private static final int STATEMENTS = 1;

    @Autowired
    private IndicatorImports imports;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Accounts accounts;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        TestDatabase.ownProperties().forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void fill() {
        catalogue.provide(IndicatorExamples.source("prov"));
        catalogue.provide(IndicatorExamples.source("annan"));
        take(
                "prov",
                indicator("A1", "Kvinnor som har fått bistånd, andel (%)", "Andel av dem som har sökt."),
                indicator("B2", "Arbetslöshet bland utrikes födda kvinnor", "Öppet arbetslösa."),
                indicator("C3", "Barnfattigdom", "Barn i hushåll med kvinnor och män."),
                indicator("D4", "Ärenden i delegation_nämnd \\ övrigt", "100 stycken."),
                indicator("andel", "Ett namn som också är ett ord", ""));
        take(
                "annan",
                with(indicator("E5", "Personer med insats, våld i nära relation", ""), "annan", "Skola", "Volymer"));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private void take(String source, Indicator... indicators) {
        imports.take(
                IndicatorExamples.delivery(source, Delivery.Extent.WHOLE, List.of(indicators), List.of()),
                Optional.empty());
    }

    private static Indicator indicator(String key, String title, String description) {
        return titled(new IndicatorKey(key), "prov", title, description);
    }

    private static Indicator with(Indicator of, String source, String area, String perspective) {
        return new Indicator(
                of.key(),
                source,
                of.owner(),
                of.title(),
                of.description(),
                area,
                perspective,
                of.scale(),
                of.decimals(),
                of.wanted(),
                true,
                of.period(),
                of.base(),
                of.groups());
    }

    /** The keys found among the few, best first. */
    private List<String> found(String words) {
        return keys(new Search(words, "", "", "prov", Search.Split.ANY, Optional.empty(), 0));
    }

    private List<String> keys(Search search) {
        return catalogue.search(search).hits().stream()
                .map(hit -> hit.indicator().key().value())
                .toList();
    }

    @Test
    void findsPartsOfWords() {
        assertThat(found("fattig")).containsExactly("C3");
        assertThat(found("LÖSHET")).containsExactly("B2");
    }

    @Test
    void findsOtherInflectionsThoseInTitlesFirst() {
        assertThat(found("kvinna")).containsExactly("A1", "B2", "C3");
        assertThat(found("ärende")).containsExactly("D4");
    }

    @Test
    void findsWordsInAnyOrderEachInItsOwnWay() {
        assertThat(found("kvinna lös")).containsExactly("B2");
        assertThat(found("lös kvinna")).containsExactly("B2");
        assertThat(found("barn, kvinnor")).containsExactly("C3");
        assertThat(found("kvinna delegation")).isEmpty();
    }

    @Test
    void theKeyComesFirst() {
        assertThat(found("Andel")).containsExactly("andel", "A1");
        assertThat(found("a1")).containsExactly("A1");
    }

    @Test
    void signsOfPatternsAreLetters() {
        assertThat(found("%")).containsExactly("A1");
        assertThat(found("n_n")).containsExactly("D4");
        assertThat(found("d_n")).isEmpty();
        assertThat(found("\\")).containsExactly("D4");
        assertThat(found("'; --")).isEmpty();
    }

    @Test
    void allAreFoundByNothing() {
        assertThat(found("  ")).hasSize(5);
        assertThat(catalogue.search(Search.of("finnsintealls"))).isEqualTo(new Found(0, List.of()));
    }

    @Test
    void choosesByAreaPerspectiveSourceAndSex() {
        assertThat(keys(new Search("", "Skola", "", "annan", Search.Split.ANY, Optional.empty(), 0)))
                .containsExactly("E5");
        assertThat(keys(new Search("", "", "Volymer", "annan", Search.Split.ANY, Optional.empty(), 0)))
                .containsExactly("E5");
        assertThat(keys(new Search("", "", "Volymer", "prov", Search.Split.ANY, Optional.empty(), 0)))
                .isEmpty();
        assertThat(keys(new Search("", "", "", "prov", Search.Split.BY_SEX, Optional.empty(), 0)))
                .isEmpty();
        assertThat(keys(new Search("våld", "", "", "annan", Search.Split.BY_SEX, Optional.empty(), 0)))
                .containsExactly("E5");
    }

    @Test
    void tellsWhoUsesItAndSinceWhenThereAreValues() {
        imports.take(
                IndicatorExamples.delivery(
                        "prov",
                        Delivery.Extent.PART,
                        List.of(),
                        List.of(value(new IndicatorKey("C3"), "2080", 2019, Reading.of(3)))),
                Optional.empty());
        IndicatorExamples.signIn(accounts, Role.QUALITY_DEVELOPER, FALUN, Optional.empty());
        catalogue.use(new IndicatorKey("C3"), Catalogue.Use.BEGIN);
        catalogue.use(new IndicatorKey("C3"), Catalogue.Use.BEGIN);
        Search used = new Search("", "", "", "", Search.Split.ANY, Optional.of(FALUN), 0);

        assertThat(catalogue.search(used).hits())
                .singleElement()
                .returns(1, Found.Hit::users)
                .returns(2019, Found.Hit::latest)
                .returns("Källan PROV", Found.Hit::sourceName);
        assertThat(catalogue.used(FALUN)).containsExactly(new IndicatorKey("C3"));

        catalogue.use(new IndicatorKey("C3"), Catalogue.Use.END);
        assertThat(catalogue.search(used).total()).isZero();
        assertThat(catalogue.used(FALUN)).isEmpty();
    }

    @Test
    void pagesAddUpWithAsManyStatementsWhateverIsFound() {
        take(
                "prov",
                IntStream.range(0, 2 * Search.PAGE + 7)
                        .mapToObj(number -> indicator("sida" + number, "Bläddringsprov nummer " + number, ""))
                        .toArray(Indicator[]::new));
        List<String> all = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            Search found = new Search("bläddringsprov", "", "", "prov", Search.Split.ANY, Optional.empty(), page);
            assertThat(catalogue.search(found).total()).isEqualTo(2 * Search.PAGE + 7);
            assertThat(StatementCount.during(() -> all.addAll(keys(found)))).isEqualTo(STATEMENTS);
        }

        assertThat(all).hasSize(2 * Search.PAGE + 7);
        assertThat(new HashSet<>(all)).hasSameSizeAs(all);
        Search beyond = new Search("bläddringsprov", "", "", "prov", Search.Split.ANY, Optional.empty(), 9);
        assertThat(catalogue.search(beyond)).isEqualTo(new Found(2 * Search.PAGE + 7, List.of()));
    }

    @Test
    void listsAreasAndPerspectivesInSwedishOrderWithHowMany() {
        take(
                "annan",
                with(indicator("O1", "Ett", ""), "annan", "Övrigt", "Resurser"),
                with(indicator("O2", "Två", ""), "annan", "Äldre", "Resurser"),
                with(indicator("O3", "Tre", ""), "annan", "Övrigt", ""));

        List<Facet> areas = catalogue.areas();
        assertThat(areas).contains(new Facet("Övrigt", 2)).contains(new Facet("Skola", 1));
        assertThat(areas.stream().map(Facet::name))
                .containsSubsequence("Individ- och familjeomsorg", "Skola", "Äldre", "Övrigt");
        assertThat(catalogue.perspectives())
                .contains(new Facet("Resurser", 2))
                .noneMatch(facet -> facet.name().isBlank());
    }

    @Test
    void findsSourcesByWordsAndKeepsWhatUsersDeclare() {
        IndicatorExamples.signIn(accounts, Role.QUALITY_DEVELOPER, FALUN, Optional.empty());
        Source declared = new Source(
                "brott",
                "Brottsstatistik",
                "Brå",
                Source.Kind.REGISTER,
                Set.of(Source.Reach.NATIONAL, Source.Reach.REGIONAL),
                "https://bra.se",
                "Anmälda brott, 100 % av dem.",
                new Quality(
                        Quality.Gathered.REGISTER,
                        Quality.Extent.TOTAL,
                        OptionalDouble.of(0.625),
                        Quality.Known.NO,
                        Quality.Known.YES,
                        "Anmälningar",
                        "Mörkertal"));

        catalogue.declare(declared);
        catalogue.provide(IndicatorExamples.source("brott"));

        assertThat(catalogue.source("brott")).contains(declared);
        assertThat(catalogue.sources("anmälda BROTT")).containsExactly(declared);
        assertThat(catalogue.sources("100 %")).containsExactly(declared);
        assertThat(catalogue.sources("1_0")).isEmpty();
        assertThat(catalogue.sources("")).extracting(Source::key).contains("brott", "prov", "annan");
    }

    /** Kolada's list of indicators, https://api.kolada.se/v3/kpi. */
    @Test
    void holdsAllOfKoladasIndicators() {
        String folder = System.getenv("SAMSYN_REFERENCE_DATA");
        Assumptions.assumeTrue(folder != null, "SAMSYN_REFERENCE_DATA is not set");
        catalogue.provide(IndicatorExamples.source("kolada-prov"));
        List<Indicator> kpis = kpis(Path.of(folder, "kolada", "kpi.json"));

        take("kolada-prov", kpis.toArray(Indicator[]::new));

        Search all = new Search("", "", "", "kolada-prov", Search.Split.ANY, Optional.empty(), 0);
        assertThat(catalogue.search(all).total()).isEqualTo(6099);
        Search family =
                new Search("", "Individ- och familjeomsorg", "", "kolada-prov", Search.Split.ANY, Optional.empty(), 0);
        assertThat(catalogue.search(family).total()).isEqualTo(362);
        Search violence = new Search("nära våld", "", "", "kolada-prov", Search.Split.ANY, Optional.empty(), 0);
        assertThat(keys(violence)).contains("U30750", "U30751", "U30752");
        assertThat(keys(Search.of("n00945"))).first().isEqualTo("N00945");
        assertThat(catalogue.find(new IndicatorKey("N00003")))
                .hasValueSatisfying(known -> assertThat(known.title()).isEqualTo("Personalkostnader, kr/inv"));
    }

    private static List<Indicator> kpis(Path file) {
        JsonNode values = JsonMapper.builder().build().readTree(file).get("values");
        List<Indicator> kpis = new ArrayList<>();
        for (JsonNode kpi : values) {
            kpis.add(new Indicator(
                    new IndicatorKey(kpi.get("id").asString()),
                    "kolada-prov",
                    Optional.empty(),
                    kpi.get("title").asString(),
                    kpi.path("description").asString(""),
                    kpi.path("operating_area").asString(""),
                    kpi.path("perspective").asString(""),
                    Scale.OTHER,
                    1,
                    Wanted.NONE,
                    kpi.get("is_divided_by_gender").asBoolean(),
                    kpi.path("publ_period").asString(""),
                    Optional.empty(),
                    List.of()));
        }
        return kpis;
    }
}
