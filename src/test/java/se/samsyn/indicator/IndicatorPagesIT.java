package se.samsyn.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static se.samsyn.indicator.IndicatorExamples.word;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import se.samsyn.SignedInAs;
import se.samsyn.StatementCount;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;

/** The pages where indicators are found, looked after and given targets: what they show, what they refuse, who may what. */
@SpringBootTest(properties = "samsyn.data=target/indicators")
@AutoConfigureMockMvc
@Import(StatementCount.class)
class IndicatorPagesIT {

    private static final PlaceCode FALUN = new PlaceCode("2080");
    private static final UserDetails NOBODY =
            User.withUsername("nobody").password("").build();

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Targets targets;

    @Autowired
    private IndicatorImports imports;

    private String source = "";
    private IndicatorKey key = new IndicatorKey("x");
    private UserDetails editor = NOBODY;
    private UserDetails reader = NOBODY;

    @BeforeEach
    void begin() {
        source = word();
        catalogue.provide(IndicatorExamples.source(source));
        key = take(word(), List.of("2080", "2081"));
        var unit = SignedInAs.unit(organisations);
        editor = SignedInAs.of(accounts, Role.QUALITY_DEVELOPER, unit);
        reader = SignedInAs.of(accounts, Role.CASEWORKER, unit);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private IndicatorKey take(String name, List<String> places) {
        IndicatorKey made = new IndicatorKey(name);
        List<Observation> values = new ArrayList<>();
        for (String place : places) {
            for (int year = 2020; year <= 2024; year++) {
                values.add(IndicatorExamples.value(made, place, year, Reading.of(year - 2000)));
            }
        }
        imports.take(
                IndicatorExamples.delivery(
                        source,
                        Delivery.Extent.PART,
                        List.of(IndicatorExamples.titled(made, source, "Titeln " + name, "Beskrivningen " + name)),
                        values),
                Optional.empty());
        return made;
    }

    private MvcTestResult read(String address) {
        return read(address, editor);
    }

    private MvcTestResult read(String address, UserDetails who) {
        return pages.get().uri(address).with(user(who)).exchange();
    }

    private MvcTestResult send(String address, UserDetails who, Map<String, String> fields) {
        var request = pages.post().uri(address).with(user(who)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private List<String> addresses() {
        return List.of(
                "/indikatorer",
                "/indikatorer?sok=" + key,
                "/indikatorer/" + key,
                "/avvikelser",
                "/mal",
                "/kallor",
                "/kallor?andra=" + source,
                "/egna-indikatorer",
                "/vald-i-nara-relation",
                "/jamfor/" + key);
    }

    @Test
    void allPagesAreThereInBothLanguages() {
        for (String address : addresses()) {
            assertThat(read(address))
                    .as(address)
                    .hasStatusOk()
                    .bodyText()
                    .contains("<h1>")
                    .doesNotContain("??");
            assertThat(pages.get()
                            .uri(address)
                            .with(user(editor))
                            .cookie(new Cookie("lang", "en"))
                            .exchange())
                    .as(address)
                    .hasStatusOk()
                    .bodyText()
                    .contains("<html lang=\"en\"")
                    .doesNotContain(
                            "??", "Spara<", "Sök<", "Källa<", "Kvalitet<", "Avvikelser<", ">Mål<", "Våld i nära");
        }
    }

    @Test
    void thoseWhoReadResultsMayReadAndOthersNot() {
        UserDetails auditor = SignedInAs.of(accounts, Role.AUDITOR, SignedInAs.unit(organisations));
        UserDetails administrator = SignedInAs.of(accounts, Role.ADMINISTRATOR, SignedInAs.unit(organisations));
        for (String address : addresses()) {
            assertThat(read(address, reader)).as(address).hasStatusOk();
            assertThat(read(address, auditor)).as(address).hasStatus(404);
            assertThat(read(address, administrator)).as(address).hasStatus(404);
        }
    }

    @Test
    void aCaseworkerIsOfferedNoChangesAndMakesNone() {
        for (String address : addresses()) {
            assertThat(read(address, reader))
                    .as(address)
                    .bodyText()
                    .doesNotContainPattern("<form[^>]*method=\"post\"[^>]*action=\"/(indikatorer|mal|kallor|egna)");
        }
        assertThat(send("/indikatorer/" + key + "/anvand", reader, Map.of())).hasStatus(404);
        assertThat(send("/indikatorer/" + key + "/beslut", reader, Map.of("onskat", "HIGH")))
                .hasStatus(404);
        assertThat(send("/indikatorer/" + key + "/brott", reader, Map.of("ar", "2020", "skal", "Ny lag")))
                .hasStatus(404);
        assertThat(send("/mal", reader, wish("75"))).hasStatus(404);
        assertThat(send("/mal", reader, wish("inte ett tal"))).hasStatus(404);
        assertThat(send("/kallor", reader, declaration("egen-" + word()))).hasStatus(404);
        assertThat(send("/egna-indikatorer", reader, draft(word(), "COUNT", "COUNT")))
                .hasStatus(404);
        assertThat(send("/egna-indikatorer/" + key + "/rakna", reader, Map.of()))
                .hasStatus(404);
        assertThat(set()).isEmpty();
        assertThat(catalogue.breaks(key)).isEmpty();
        assertThat(catalogue.find(key).orElseThrow().wanted()).isEqualTo(Wanted.NONE);
    }

    @Test
    void theCatalogueFindsByWords() {
        assertThat(read("/indikatorer?sok=" + key))
                .bodyText()
                .contains("Titeln " + key, "Beskrivningen " + key, "/jamfor/" + key, "senast 2024", "1 indikatorer");
        assertThat(read("/indikatorer?sok=finnsintealls" + word()))
                .hasStatusOk()
                .bodyText()
                .contains("Ingen indikator passar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sida=2000000000",
                "sida=-3",
                "sok=%27;drop",
                "sok=%25_%5C",
                "sok=%E5",
                "omrade=finns-inte&perspektiv=finns-inte&kalla=finns-inte",
                "kon=true&anvands=2080"
            })
    void oddSearchesAreAnswered(String query) {
        assertThat(pages.get()
                        .uri(java.net.URI.create("/indikatorer?" + query))
                        .with(user(editor))
                        .exchange())
                .hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/indikatorer?sida=abc",
                "/indikatorer?kon=kanske",
                "/indikatorer?sok=%00",
                "/indikatorer/1",
                "/indikatorer/finns-inte-alls",
                "/kallor?sok=%00",
                "/vald-i-nara-relation?ar=abc"
            })
    void nonsenseIsRefusedAndNeverAFaultOfOurs(String address) {
        assertThat(pages.get()
                        .uri(java.net.URI.create(address))
                        .with(user(editor))
                        .exchange())
                .hasStatus4xxClientError();
    }

    @Test
    void decidesUsesAndBreaks() {
        String about = "/indikatorer/" + key;
        assertThat(send(about + "/anvand", editor, Map.of())).hasStatus(302).hasRedirectedUrl(about);
        assertThat(catalogue.used(FALUN)).contains(key);
        assertThat(send(about + "/anvand", editor, Map.of("sluta", "true"))).hasStatus(302);
        assertThat(catalogue.used(FALUN)).doesNotContain(key);
        IndicatorKey whole = take(word(), List.of("2080"));
        assertThat(send(about + "/beslut", editor, Map.of("onskat", "LOW", "bas", " " + whole + " ")))
                .hasStatus(302);
        assertThat(catalogue.find(key).orElseThrow())
                .returns(Wanted.LOW, Indicator::wanted)
                .returns(Optional.of(whole), Indicator::base);
        assertThat(send(about + "/brott", editor, Map.of("ar", "2022", "skal", "Ny <b>lag</b>")))
                .hasStatus(302);
        assertThat(read(about)).bodyText().contains("Ny &lt;b&gt;lag&lt;/b&gt;");
        assertThat(send(about + "/brott", editor, Map.of("ar", "2022"))).hasStatus(302);
        assertThat(catalogue.breaks(key)).isEmpty();
        assertThat(send(about + "/beslut", editor, Map.of("onskat", "KANSKE"))).hasStatus(400);
        assertThat(send(about + "/beslut", editor, Map.of("onskat", "HIGH", "bas", word())))
                .hasStatus(422);
        assertThat(send(about + "/brott", editor, Map.of("ar", "förr", "skal", "x")))
                .hasStatus(400);
        assertThat(catalogue.find(key).orElseThrow().wanted()).isEqualTo(Wanted.LOW);
    }

    private Map<String, String> wish(String value) {
        return Map.of(
                "indicator", key.value(),
                "unit", "",
                "year", "2027",
                "sex", "K",
                "bound", "AT_MOST",
                "value", value,
                "note", "Beslut <3 mars>");
    }

    private List<Target> set() {
        return targets.of(FALUN).stream()
                .filter(one -> one.indicator().equals(key))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 234,5 %", "1234.5", " 1\u00a0234,50% "})
    void setsTargetsAsPeopleWriteNumbers(String value) {
        assertThat(send("/mal", editor, wish(value))).hasStatus(302).hasRedirectedUrl("/mal");
        assertThat(set()).singleElement().returns(1234.5, Target::value).returns(SexPart.WOMEN, Target::sex);
        assertThat(read("/mal")).bodyText().contains("Titeln " + key, "högst 1\u00a0234,5", "Beslut &lt;3 mars&gt;");
        assertThat(send("/mal/" + set().getFirst().id() + "/ta-bort", reader, Map.of()))
                .hasStatus(404);
        assertThat(send("/mal/" + set().getFirst().id() + "/ta-bort", editor, Map.of()))
                .hasStatus(302);
        assertThat(set()).isEmpty();
        assertThat(send("/mal/" + UUID.randomUUID() + "/ta-bort", editor, Map.of()))
                .hasStatus(404);
    }

    @Test
    void aTargetBelowZeroMayBeWrittenWithATrueMinus() {
        assertThat(send("/mal", editor, wish("−2,5"))).hasStatus(302);
        assertThat(set()).singleElement().returns(-2.5, Target::value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "många", "1e400", "NaN", "7x", "5d", "1,2,3"})
    void aWrongTargetComesBackWithWhatWasTyped(String value) {
        catalogue.provideUse(key, FALUN);
        assertThat(send("/mal", editor, wish(value)))
                .hasStatus(422)
                .bodyText()
                .contains("Målet är inte sparat", "role=\"alert\"", "value=\"2027\"", "Beslut &lt;3 mars&gt;")
                .containsPattern("value=\"" + key + "\"[^>]*selected")
                .containsPattern("value=\"AT_MOST\"[^>]*selected|selected[^>]*value=\"AT_MOST\"")
                .contains("value=\"" + value + "\"");
        assertThat(set()).isEmpty();
    }

    @Test
    void targetsWithoutFieldsOrForOthersAreRefused() {
        assertThat(send("/mal", editor, Map.of())).hasStatus(422);
        assertThat(send("/mal", editor, with(wish("7"), "year", "i fjol"))).hasStatus(422);
        assertThat(send("/mal", editor, with(wish("7"), "year", "27"))).hasStatus(422);
        assertThat(send("/mal", editor, with(wish("7"), "note", "a\0b"))).hasStatus(400);
        assertThat(send("/mal", editor, with(wish("7"), "indicator", word()))).hasStatus(404);
        assertThat(send(
                        "/mal",
                        editor,
                        with(wish("7"), "unit", UUID.randomUUID().toString())))
                .hasStatus(404);
        assertThat(set()).isEmpty();
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var changed = new java.util.HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, String> declaration(String key) {
        return Map.ofEntries(
                Map.entry("key", key),
                Map.entry("name", "Enkäten " + key),
                Map.entry("publisher", "Kommunen"),
                Map.entry("kind", "SURVEY"),
                Map.entry("levels", "LOCAL"),
                Map.entry("address", "https://example.org/enkat"),
                Map.entry("about", "Om & kring"),
                Map.entry("gathered", "SURVEY"),
                Map.entry("extent", "SAMPLE"),
                Map.entry("rate", "45,5 %"),
                Map.entry("corrected", "NO"),
                Map.entry("validated", "YES"),
                Map.entry("population", "Vuxna"),
                Map.entry("note", "Prövad"));
    }

    @Test
    void declaresASourceAndSavingItAgainChangesNothing() {
        String name = "egen-" + word();
        assertThat(send("/kallor", editor, declaration(name))).hasStatus(302).hasRedirectedUrl("/kallor");
        Source declared = catalogue.source(name).orElseThrow();
        assertThat(declared.quality().responseRate()).hasValue(0.455);
        assertThat(declared.levels()).containsExactly(Source.Reach.LOCAL);
        assertThat(read("/kallor?andra=" + name))
                .bodyText()
                .contains("value=\"45,5\"", "value=\"Enkäten " + name + "\"", "Om &amp; kring", "readonly");
        assertThat(send("/kallor", editor, with(declaration(name), "rate", "12")))
                .hasStatus(422)
                .bodyText()
                .contains("Det finns redan en källa", "value=\"12\"");
        assertThat(catalogue.source(name)).contains(declared);
        assertThat(send("/kallor", editor, with(with(declaration(name), "rate", "45,5"), "andrad", "true")))
                .hasStatus(302);
        assertThat(catalogue.source(name)).contains(declared);
        assertThat(read("/kallor?sok=" + name)).bodyText().contains("Enkäten " + name);
        assertThat(read("/kallor?sok=finnsintealls" + name)).bodyText().contains("Ingen källa passar");
    }

    @Test
    void aWrongSourceComesBackWithWhatWasTyped() {
        String name = "egen-" + word();
        for (Map<String, String> wrong : List.of(
                with(declaration(name), "rate", "hälften"),
                with(declaration(name), "rate", "101"),
                with(declaration(name), "address", "javascript:alert(1)"),
                with(declaration(name), "name", " "),
                with(declaration(name), "kind", "GISSNING"))) {
            assertThat(send("/kallor", editor, wrong))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Källan är inte sparad", "role=\"alert\"", "Om &amp; kring", "value=\"Vuxna\"");
        }
        assertThat(send("/kallor", editor, with(declaration(name), "key", "Stor Bokstav")))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"Stor Bokstav\"")
                .doesNotContain("readonly");
        assertThat(send("/kallor", editor, Map.of())).hasStatus(422);
        assertThat(send("/kallor", editor, with(declaration(name), "note", "a\0b")))
                .hasStatus(400);
        assertThat(send("/kallor", editor, with(declaration(name), "key", "a\0b")))
                .hasStatus(400);
        assertThat(catalogue.source(name)).isEmpty();
    }

    private static Map<String, String> draft(String key, String statistic, String scale) {
        return Map.ofEntries(
                Map.entry("key", key),
                Map.entry("title", "Egen <titel> " + key),
                Map.entry("description", "Vad som räknas"),
                Map.entry("set", "vald"),
                Map.entry("statistic", statistic),
                Map.entry("among", "sex=woman"),
                Map.entry("counted", ""),
                Map.entry("number", ""),
                Map.entry("population", ""),
                Map.entry("inhabitants", "END_OF_YEAR"),
                Map.entry("scale", scale),
                Map.entry("wanted", "LOW"),
                Map.entry("decimals", "2"),
                Map.entry("from", "2021"));
    }

    @Test
    void anOwnOneIsChangedFromItsLatestVersionAndTakenAway() {
        String name = word();
        assertThat(send("/egna-indikatorer", editor, with(draft(name, "COUNT", "COUNT"), "area", "Stöd & vård")))
                .satisfies(
                        answer -> assertThat(answer.getResponse().getStatus()).isLessThan(400));
        assertThat(read("/egna-indikatorer/" + name))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Ändra: Egen &lt;titel&gt; " + name,
                        "2021–",
                        "readonly",
                        "value=\"Stöd &amp; vård\"",
                        "sex=woman")
                .doesNotContain("??");
        assertThat(read("/egna-indikatorer/" + name, reader)).hasStatus(404);
        assertThat(read("/egna-indikatorer/" + key)).hasStatus(404);
        assertThat(send("/egna-indikatorer/" + name + "/bort", reader, Map.of()))
                .hasStatus(404);
        assertThat(send("/egna-indikatorer/" + name + "/bort", editor, Map.of()))
                .hasStatus(302);
        assertThat(read("/indikatorer/" + name)).hasStatus(404);
    }

    @Test
    void aWrongDefinitionComesBackWithWhatWasTyped() {
        String name = word();
        for (Map<String, String> wrong : List.of(
                draft(name, "SHARE", "PERCENT"),
                draft(name, "SHARE", "COUNT"),
                draft(name, "RATE", "PER_1000"),
                draft(name, "RATE", "COUNT"),
                draft(name, "MEAN", "MEAN"),
                draft(name, "GISSNING", "COUNT"),
                with(draft(name, "RATE", "PER_1000"), "population", word()),
                with(draft(name, "COUNT", "COUNT"), "title", ""),
                with(draft(name, "COUNT", "COUNT"), "decimals", "9"),
                with(draft(name, "COUNT", "COUNT"), "key", "å"))) {
            assertThat(send("/egna-indikatorer", editor, wrong))
                    .as(wrong.toString())
                    .hasStatus(422)
                    .bodyText()
                    .contains("Definitionen går inte ihop", "role=\"alert\"", "Vad som räknas", "value=\"sex=woman\"")
                    .doesNotContain("<titel>");
        }
        assertThat(catalogue.find(new IndicatorKey(name))).isEmpty();
    }

    @Test
    void lettersInTheNumbersOfADefinitionAreAFaultThatLosesNothing() {
        for (String field : List.of("decimals", "from")) {
            assertThat(send("/egna-indikatorer", editor, with(draft(word(), "COUNT", "COUNT"), field, "två")))
                    .as(field)
                    .hasStatus(422)
                    .bodyText()
                    .contains("Definitionen går inte ihop", "value=\"två\"", "Vad som räknas");
        }
    }

    @Test
    void anUnknownBaseIsToldAndWhatWasWrittenStays() {
        for (String base : List.of("N99999", "inte ett id", "1")) {
            assertThat(send("/indikatorer/" + key + "/beslut", editor, Map.of("onskat", "LOW", "bas", base)))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Det finns ingen indikator med det id:t", "value=\"" + base + "\"");
        }
    }

    @Test
    void whatIsNewAndWhatIsChangedIsListedWithTheNamesOfPlaces() {
        assertThat(read("/indikatorer/" + key))
                .hasStatusOk()
                .bodyText()
                .contains("Nytt i den senaste inläsningen", "Falun", "Ändrat av källan");
    }

    @Test
    void theOwnPlacesDeviationsAreFound() {
        assertThat(send("/indikatorer/" + key + "/beslut", editor, Map.of("onskat", "LOW")))
                .hasStatus(302);
        catalogue.provideUse(key, FALUN);
        assertThat(read("/avvikelser"))
                .hasStatusOk()
                .bodyText()
                .contains("Avvikelser: ", "Titeln " + key, "Sämre utveckling", "Till år 2024: 24,0, från 20,0.")
                .doesNotContain("??");
    }

    @Test
    void pagesTakeAsManyStatementsForManyIndicatorsAsForFew() {
        var place = new PlaceCode("1440");
        UserDetails other = IndicatorExamples.signIn(accounts, Role.QUALITY_DEVELOPER, place, Optional.empty());
        use(place, 1);
        for (String address : List.of(
                "/avvikelser", "/mal", "/indikatorer", "/kallor", "/egna-indikatorer", "/vald-i-nara-relation")) {
            read(address, other);
            int few = StatementCount.during(() -> read(address, other));
            use(place, 6);
            assertThat(StatementCount.during(() -> read(address, other)))
                    .as(address)
                    .isEqualTo(few)
                    .isLessThanOrEqualTo(25);
        }
    }

    private void use(PlaceCode place, int many) {
        for (int at = 0; at < many; at++) {
            IndicatorKey one = take(word(), List.of(place.value(), "2080"));
            catalogue.provideUse(one, place);
            catalogue.provide(IndicatorExamples.source(word()));
            targets.provide(new Target(
                    UUID.randomUUID(), one, place, Optional.empty(), 2024, SexPart.ALL, 99, Target.Bound.AT_LEAST, ""));
        }
    }

    @Test
    void violenceIsToldByYearWithWhatToCheck() {
        assertThat(read("/vald-i-nara-relation"))
                .hasStatusOk()
                .bodyText()
                .contains("U30750", "U30751", "U30752", "Att stämma av", "<table>");
        assertThat(read("/vald-i-nara-relation?ar=1800")).hasStatusOk();
        assertThat(read("/vald-i-nara-relation?ar=")).hasStatusOk();
    }
}
