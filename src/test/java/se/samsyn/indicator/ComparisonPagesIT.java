package se.samsyn.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static se.samsyn.indicator.IndicatorExamples.word;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import se.samsyn.SignedInAs;
import se.samsyn.StatementCount;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.indicator.comparison.View;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;
import se.samsyn.table.Where;

/** The page where an indicator is compared: each view, odd addresses, who may see it and what it costs. */
@SpringBootTest(properties = "samsyn.data=target/indicators")
@AutoConfigureMockMvc
@Import(StatementCount.class)
class ComparisonPagesIT {

    private static final int LAST = 2024;

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private IndicatorImports imports;

    private String source = "";
    private List<String> municipalities = List.of();
    private IndicatorKey key = new IndicatorKey("x");
    private UserDetails reader = org.springframework.security.core.userdetails.User.withUsername("nobody")
            .password("")
            .build();

    @BeforeEach
    void begin() {
        source = word();
        catalogue.provide(IndicatorExamples.source(source));
        municipalities = organisations.municipalities(PlaceCode.NATION).stream()
                .map(place -> place.code().value())
                .toList();
        key = take(List.of("2080", "2081", "2082", "2083", "2084", "2085"));
        reader = SignedInAs.of(accounts, Role.QUALITY_DEVELOPER, SignedInAs.unit(organisations));
    }

    /** A new indicator with values of six years in some places and what is above them. */
    private IndicatorKey take(List<String> places) {
        IndicatorKey made = new IndicatorKey(word());
        Indicator indicator = new Indicator(
                made,
                source,
                Optional.empty(),
                "Provad andel " + made,
                "Andel i prov.",
                "Prov",
                "Resultat",
                Scale.PERCENT,
                1,
                Wanted.LOW,
                true,
                "Kalenderår",
                Optional.empty(),
                List.of(new Indicator.Group("a", "kort"), new Indicator.Group("b", "lång")));
        List<Observation> values = new ArrayList<>();
        Stream.concat(places.stream(), Stream.of("20", "SE")).forEach(place -> {
            for (int year = LAST - 5; year <= LAST; year++) {
                int part = 200 + (place.hashCode() & 63) + 20 * (year - LAST);
                values.add(value(made, place, year, SexPart.ALL, "", 2 * part));
                values.add(value(made, place, year, SexPart.WOMEN, "", part + 9));
                values.add(value(made, place, year, SexPart.MEN, "", part - 9));
                values.add(value(made, place, year, SexPart.ALL, "a", part));
                values.add(value(made, place, year, SexPart.ALL, "b", part + 60));
            }
        });
        imports.take(
                IndicatorExamples.delivery(source, Delivery.Extent.PART, List.of(indicator), values), Optional.empty());
        return made;
    }

    private static Observation value(IndicatorKey key, String place, int year, SexPart sex, String group, int part) {
        double whole = sex == SexPart.ALL && group.isEmpty() ? 1000 : 500;
        Reading reading = new Reading.Known(100 * part / whole, Optional.of(new Reading.Base(part, whole)));
        return new Observation(key, Where.of(place), year, sex, group, reading, OptionalInt.empty());
    }

    private MvcTestResult read(String address) {
        return pages.get().uri(address).with(user(reader)).exchange();
    }

    private MvcTestResult compare(String query) {
        return read("/jamfor/" + key + "?" + query);
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void eachViewHasItsTableSentenceAndSource(View view) {
        assertThat(compare("plats=2080&mot=alla&vy=" + view.word()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<table>",
                        "class=\"sentence\"",
                        "Källa: ",
                        "Källan " + source.toUpperCase(java.util.Locale.ROOT))
                .contains("aria-current=\"page\"", "Provad andel " + key)
                .doesNotContain("??");
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void eachViewIsThereForEachKindOfPlaceAndSex(View view) {
        String unit = SignedInAs.unit(organisations).id().toString();
        for (String place : List.of("SE", "20", "2080", "2480", "u-" + unit)) {
            for (String against : List.of("lika", "lan", "alla", "valda")) {
                assertThat(compare("plats=" + place + "&mot=" + against + "&kon=KM&vy=" + view.word()))
                        .as(place + " " + against)
                        .hasStatusOk()
                        .bodyText()
                        .contains("class=\"sentence\"")
                        .doesNotContain("??");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void anIndicatorWithoutValuesSaysSo(View view) {
        IndicatorKey none = take(List.of());
        IndicatorKey empty = new IndicatorKey(word());
        imports.take(
                IndicatorExamples.delivery(
                        source, Delivery.Extent.PART, List.of(IndicatorExamples.indicator(empty, source)), List.of()),
                Optional.empty());
        assertThat(read("/jamfor/" + empty + "?plats=2080&vy=" + view.word()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("år 0", "??");
        assertThat(read("/jamfor/" + none + "?plats=2080&vy=" + view.word())).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vy=finns-inte",
                "plats=ingenstans",
                "plats=9999",
                "plats=u-1",
                "plats=u-00000000-0000-0000-0000-000000000001",
                "mot=fienden",
                "kon=F",
                "kon=X",
                "mot=valda&valda=hej"
            })
    void answersNotFoundToNonsense(String query) {
        assertThat(compare(query)).hasStatus(404);
    }

    @Test
    void answersNotFoundToIndicatorsThatAreNot() {
        assertThat(read("/jamfor/" + word())).hasStatus(404);
        assertThat(read("/jamfor/1")).hasStatus(404);
        assertThat(read("/jamfor/åäö")).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"till=abc", "fran=1e9", "antal=sju", "till=99999999999"})
    void refusesLettersInNumbers(String query) {
        assertThat(compare(query)).hasStatus4xxClientError();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "till=1800",
                "till=2999",
                "fran=2030&till=2020",
                "fran=-5",
                "antal=-1",
                "antal=100000",
                "kon=",
                "plats=",
                "kon=TKMMKT",
                "fran=&till=",
                "valda=,,,"
            })
    void holdsOddNumbersWithinBounds(String query) {
        assertThat(compare(query)).hasStatusOk().bodyText().doesNotContain("??");
    }

    @Test
    void takesAtMostFortyOfFiveHundredChosenPlaces() {
        String many = IntStream.range(0, 500)
                .mapToObj(at -> municipalities.get(at % municipalities.size()))
                .collect(Collectors.joining(","));
        assertThat(compare("mot=valda&vy=punkter&valda=" + many)).hasStatusOk();
        assertThat(compare("mot=valda&vy=rang&valda=" + many.replace(",", "&valda=")))
                .hasStatusOk();
    }

    @Test
    void saysWhichCharacteristicsAreNone() {
        String unknown = word();
        assertThat(compare("plats=2080&mot=lika&tecken=" + key + "~2&tecken=" + unknown))
                .hasStatusOk()
                .bodyText()
                .contains("Det finns ingen indikator som heter " + unknown);
        assertThat(pages.get()
                        .uri("/jamfor/" + key)
                        .param("mot", "lika")
                        .param("tecken", key + "~2", "<b>invånare 18 år</b>", "x~99999", "x~NaN")
                        .with(user(reader))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("&lt;b&gt;invånare 18 år&lt;/b&gt;")
                .doesNotContain("<b>invånare");
    }

    @Test
    void findsSimilarPlacesByTheCharacteristicsAskedFor() {
        assertThat(compare("plats=2080&mot=lika&tecken=" + key + "~2"))
                .bodyText()
                .contains("Platser som liknar", name("2081"), name("2082"))
                .contains("Platser som inte kunde jämföras");
    }

    private String name(String code) {
        return organisations.find(new PlaceCode(code)).orElseThrow().name();
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void takesAsManyStatementsForSixPlacesAsForThreeHundred(View view) {
        IndicatorKey large = take(municipalities);
        String query = "?plats=2080&mot=alla&kon=KM&vy=" + view.word();
        read("/jamfor/" + key + query);
        int few = StatementCount.during(() -> read("/jamfor/" + key + query));
        int many = StatementCount.during(() -> read("/jamfor/" + large + query));
        assertThat(many).as(view.word()).isEqualTo(few).isLessThanOrEqualTo(25);
        String similar = "?plats=2080&mot=lika&vy=" + view.word() + "&tecken=";
        int near = StatementCount.during(() -> read("/jamfor/" + key + similar + key));
        int far = StatementCount.during(() -> read("/jamfor/" + large + similar + large));
        assertThat(far).as(view.word()).isEqualTo(near).isLessThanOrEqualTo(27);
    }

    @Test
    void isReadByThoseWhoReadResultsAndNobodyElse() {
        var unit = SignedInAs.unit(organisations);
        for (Role role : Role.values()) {
            UserDetails one = SignedInAs.of(accounts, role, unit);
            MvcTestResult answer = pages.get()
                    .uri("/jamfor/" + key + "?plats=2080")
                    .with(user(one))
                    .exchange();
            boolean may = role != Role.AUDITOR && role != Role.ADMINISTRATOR;
            assertThat(answer).as(role.name()).hasStatus(may ? 200 : 404);
        }
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void speaksEnglish(View view) {
        assertThat(pages.get()
                        .uri("/jamfor/" + key + "?plats=2080&mot=alla&vy=" + view.word())
                        .with(user(reader))
                        .cookie(new Cookie("lang", "en"))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"en\"", "Source: ")
                .doesNotContain("??", "Källa: ", "Jämför", "Kvinnor", "Karta", "procentenheter");
    }
}
