package se.samsyn.exchange.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samsyn.exchange.opendata.OpenDataExamples.BRISK;
import static se.samsyn.exchange.opendata.OpenDataExamples.complete;
import static se.samsyn.exchange.opendata.OpenDataExamples.ids;
import static se.samsyn.exchange.opendata.OpenDataExamples.page;
import static se.samsyn.exchange.opendata.OpenDataExamples.refused;
import static se.samsyn.exchange.opendata.OpenDataExamples.row;
import static se.samsyn.exchange.opendata.OpenDataExamples.value;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.exchange.opendata.TestHost.Asked;
import se.samsyn.exchange.opendata.TestHost.Reply;

/** The client against a service that behaves and misbehaves as the real one can. */
class KoladaWebTest {

    private static final KoladaQuestion FALUN = KoladaQuestion.ofPlaces(ids("N00945"), ids("2080"), List.of(2024));
    private static final String ONE = page("", row("N00945", "2080", "2024", value("T", "5.2")));

    private final StandInTime time = new StandInTime();
    private final TestTaker taker = new TestTaker();
    private TestHost host;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        host = new TestHost(asked -> Reply.json(ONE));
    }

    @AfterEach
    void close() {
        host.close();
    }

    private Kolada kolada() {
        return OpenDataExamples.kolada(host.at("/v3"), time, Optional.empty(), BRISK);
    }

    private Kolada keeping() {
        return OpenDataExamples.kolada(host.at("/v3"), time, Optional.of(folder), BRISK);
    }

    private Fetched<Long> falun() {
        return kolada().values(FALUN, taker, Progress.SILENT);
    }

    private OpenDataProblem refusedFor(OpenDataFault fault, Function<Asked, Reply> answers) {
        host.answers(answers);
        OpenDataProblem problem = refused(falun(), fault);
        assertThat(taker.done).isZero();
        return problem;
    }

    @Test
    void givesValuesWithAllTheySay() {
        host.answers(
                asked -> Reply.json(
                        page(
                                "",
                                row(
                                        "N00945",
                                        "2080",
                                        "2024",
                                        value("T", "5.2"),
                                        value("K", "null"),
                                        "{\"gender\":\"M\",\"value\":null,\"status\":\"p\",\"count\":3,\"isdeleted\":true,\"new\":[1]}"))));

        Fetched.Complete<Long> fetched = complete(falun());

        assertThat(host.asked).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/v3/data/kpi/N00945/municipality/2080/year/2024");
            assertThat(asked.query()).isEqualTo("per_page=5000");
        });
        var kpi = new KoladaId("N00945");
        var at = new KoladaId("2080");
        assertThat(taker.values)
                .containsExactly(
                        new KoladaValue(
                                kpi,
                                at,
                                2024,
                                KoladaGender.TOTAL,
                                OptionalDouble.of(5.2),
                                "",
                                OptionalInt.of(1),
                                false),
                        new KoladaValue(
                                kpi,
                                at,
                                2024,
                                KoladaGender.WOMEN,
                                OptionalDouble.empty(),
                                "",
                                OptionalInt.of(1),
                                false),
                        new KoladaValue(
                                kpi, at, 2024, KoladaGender.MEN, OptionalDouble.empty(), "p", OptionalInt.of(3), true));
        assertThat(fetched.value()).isEqualTo(3);
        assertThat(fetched.fetchedAt()).isEqualTo(StandInTime.START);
        assertThat(fetched.unknown()).isEmpty();
        assertThat(fetched.warnings()).isEmpty();
        assertThat(taker.done).isEqualTo(1);
    }

    @Test
    void followsPagesToTheEnd() {
        host.answers(asked -> Reply.json(
                switch (asked.query().replaceAll(".*page=(\\d)$", "$1")) {
                    case "2" ->
                        page(host.at("/v3/data/x?page=3").toString(), row("N00945", "2080", "2023", value("T", "2")));
                    case "3" -> page("", row("N00945", "2080", "2022", value("T", "3")));
                    default -> page("/v3/data/x?page=2", row("N00945", "2080", "2024", value("T", "1")));
                }));
        var seen = new ArrayList<String>();

        Fetched<Long> fetched = kolada().values(
                        KoladaQuestion.ofPlaces(ids("N00945"), ids("2080"), List.of()), taker, (pages, parts, of) -> {
                            seen.add(pages + " " + parts + "/" + of);
                            return Progress.Next.GO_ON;
                        });

        assertThat(complete(fetched).value()).isEqualTo(3);
        assertThat(taker.values).extracting(KoladaValue::year).containsExactly(2024, 2023, 2022);
        assertThat(seen).containsExactly("1 0/1", "2 0/1", "3 1/1");
        assertThat(time.slept).containsExactly(Duration.ofMillis(200), Duration.ofMillis(200));
    }

    /** A service behind a proxy may write http where it is asked by https; the host it is asked at stands. */
    @Test
    void asksForNextPagesAtItsOwnAddress() {
        URI base = URI.create("https://api.kolada.se/v3");
        URI next = URI.create("http://api.kolada.se/v3/kpi?page=2");

        assertThat(Addresses.sameHost(base, next)).isTrue();
        assertThat(Addresses.onBase(base, next)).isEqualTo(URI.create("https://api.kolada.se/v3/kpi?page=2"));
        assertThat(Addresses.sameHost(base, URI.create("https://api.kolada.se.evil.example/v3")))
                .isFalse();
        assertThat(Addresses.sameHost(base, URI.create("https://api.kolada.se:8443/v3")))
                .isFalse();
        assertThat(Addresses.sameHost(base, URI.create("https://x@api.kolada.se/v3")))
                .isFalse();
        assertThat(Addresses.sameHost(base, URI.create("file:///v3"))).isFalse();
    }

    @Test
    void namesIdsTheAnswerDoesNotSpeakOf() {
        Fetched<Long> fetched = kolada().values(
                        KoladaQuestion.ofPlaces(ids("N00945", "N99999"), ids("2080", "9999"), List.of(2024)),
                        taker,
                        Progress.SILENT);

        assertThat(complete(fetched).unknown()).containsExactly("N99999", "9999");
    }

    @Test
    void asksForNothingWithLessThanTwoBounds() {
        for (KoladaQuestion question : List.of(
                KoladaQuestion.ofPlaces(ids("N00945"), List.of(), List.of()),
                KoladaQuestion.ofUnits(List.of(), List.of(), List.of(2024)),
                KoladaQuestion.ofPlaces(ids("N00945"), ids("2080"), List.of(20)))) {
            refused(kolada().values(question, taker, Progress.SILENT), OpenDataFault.QUESTION);
        }
        assertThat(host.asked).isEmpty();
        assertThat(taker.done).isZero();
    }

    @Test
    void asksForUnitsAndForChanges() {
        host.answers(asked -> Reply.json(
                page("", row("N15033", "V15E128300201", "2023", value("T", "1")).replace("municipality", "ou"))));
        var question = new KoladaQuestion(
                KoladaQuestion.Scope.UNITS,
                ids("N15033"),
                ids("V15E128300201"),
                List.of(),
                Optional.of(LocalDate.of(2026, 5, 1)));

        complete(kolada().values(question, taker, Progress.SILENT));

        assertThat(host.asked.getFirst().path()).isEqualTo("/v3/oudata/kpi/N15033/ou/V15E128300201");
        assertThat(host.asked.getFirst().query()).isEqualTo("per_page=5000&from_date=2026-05-01");
        assertThat(taker.values)
                .singleElement()
                .satisfies(value -> assertThat(value.at().place()).isEmpty());
    }

    @Test
    void keepsListsAtTwentyFive() {
        List<KoladaId> kpis = IntStream.range(0, 30)
                .mapToObj(n -> new KoladaId("N%05d".formatted(n)))
                .toList();
        host.answers(asked -> {
            String[] asks = asked.path().split("/")[4].split(",");
            assertThat(asks.length).isLessThanOrEqualTo(25);
            String[] rows = Arrays.stream(asks)
                    .map(kpi -> row(kpi, "2080", "2024", value("T", "1")))
                    .toArray(String[]::new);
            return Reply.json(page("", rows));
        });

        Fetched<Long> fetched =
                kolada().values(KoladaQuestion.ofPlaces(kpis, ids("2080"), List.of(2024)), taker, Progress.SILENT);

        assertThat(complete(fetched).value()).isEqualTo(30);
        assertThat(complete(fetched).unknown()).isEmpty();
        assertThat(host.asked).hasSize(2);
    }

    @Test
    void readsFieldsAsTheyHaveBeenSeen() {
        host.answers(asked -> Reply.json(page(
                "",
                row(
                        "N00945",
                        "2080",
                        "\"2024\"",
                        "{\"gender\":\"T\",\"value\":\"5.2\",\"is_deleted\":0,\"count\":\"4\"}"),
                row("N00945", "2080", "2023.0", "{\"gender\":\"T\",\"value\":\"5,2\",\"is_deleted\":1}"),
                row("N00945", "2080", "2022", "{\"gender\":\"T\",\"value\":\"\",\"isdeleted\":\"true\"}"))));

        complete(kolada().values(
                        KoladaQuestion.ofPlaces(ids("N00945"), ids("2080"), List.of()), taker, Progress.SILENT));

        assertThat(taker.values).extracting(KoladaValue::year).containsExactly(2024, 2023, 2022);
        assertThat(taker.values)
                .extracting(KoladaValue::value)
                .containsExactly(OptionalDouble.of(5.2), OptionalDouble.of(5.2), OptionalDouble.empty());
        assertThat(taker.values).extracting(KoladaValue::deleted).containsExactly(false, true, true);
        assertThat(taker.values)
                .extracting(KoladaValue::count)
                .containsExactly(OptionalInt.of(4), OptionalInt.empty(), OptionalInt.empty());
    }

    @Test
    void skipsAmbiguousGenderAloud() {
        host.answers(asked ->
                Reply.json(page("", row("N00945", "2080", "2024", value("T", "1"), value("F", "2"), value("?", "3")))));

        Fetched.Complete<Long> fetched = complete(falun());

        assertThat(fetched.value()).isEqualTo(1);
        assertThat(fetched.warnings())
                .hasSize(2)
                .anySatisfy(warning -> assertThat(warning).contains("Könskoden F", "1 gånger", "N00945, 2080, 2024"));
    }

    @Test
    void countsWhatIsRepeatedOnce() {
        host.answers(asked -> Reply.json(page(
                "",
                row("N00945", "2080", "2024", value("T", "1")),
                row("N00945", "2080", "2024", value("T", "1.0"), value("K", "2")))));

        Fetched.Complete<Long> fetched = complete(falun());

        assertThat(fetched.value()).isEqualTo(2);
        assertThat(fetched.warnings()).singleElement().asString().contains("upprepar");
    }

    @Test
    void refusesValuesThatContradictEachOther() {
        OpenDataProblem problem = refusedFor(
                OpenDataFault.CONTRADICTION,
                asked -> Reply.json(page(
                        "",
                        row("N00945", "2080", "2024", value("T", "1")),
                        row("N00945", "2080", "2024", value("T", "2")))));

        assertThat(problem.what()).contains("N00945, 2080, 2024, T");
        assertThat(problem.where()).isEqualTo("localhost/v3/data/kpi/N00945/municipality/2080/year/2024");
    }

    @Test
    void passesOverWhatWasNotAskedFor() {
        host.answers(asked -> Reply.json(page(
                "", row("N00945", "2080", "2024", value("T", "1")), row("N00945", "2081", "2024", value("T", "2")))));

        Fetched.Complete<Long> fetched = complete(falun());

        assertThat(fetched.value()).isEqualTo(1);
        assertThat(fetched.warnings()).singleElement().asString().contains("mer än det som efterfrågades", "2081");
    }

    @ParameterizedTest
    @CsvSource({"429, TOO_MANY_CALLS", "500, SERVER_FAULT", "502, SERVER_FAULT", "503, SERVER_FAULT"})
    void triesAgainAfterTwoFourAndEightSecondsAndThenRefuses(int status, OpenDataFault fault) {
        refusedFor(fault, asked -> Reply.of(status, "text/plain", "no"));

        assertThat(host.asked).hasSize(4);
        assertThat(time.slept).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void goesOnWhenTheServiceRecovers() {
        host.answers(asked -> host.asked.size() < 3 ? Reply.of(503, "text/html", "<p>") : Reply.json(ONE));

        assertThat(complete(falun()).value()).isEqualTo(1);
        assertThat(time.slept).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "Mon, 1 Jun 2026 10:00:17 GMT"})
    void waitsAsLongAsItIsAsked(String retryAfter) {
        host.answers(asked -> host.asked.size() == 1
                ? Reply.of(429, "text/plain", "").with("Retry-After", retryAfter)
                : Reply.json(ONE));

        complete(falun());

        assertThat(time.slept).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void refusesToWaitForHours() {
        OpenDataProblem problem = refusedFor(
                OpenDataFault.TOO_MANY_CALLS,
                asked -> Reply.of(429, "text/plain", "").with("Retry-After", "7200"));

        assertThat(problem.what()).contains("7200 s");
        assertThat(time.slept).isEmpty();
    }

    @Test
    void tellsWhatTheServiceSays() {
        OpenDataProblem problem = refusedFor(
                OpenDataFault.REJECTED,
                asked -> Reply.of(
                        422, "application/json", "{\"detail\":[{\"loc\":[\"path\"],\"msg\":\"Too many ids\"}]}"));
        assertThat(problem.text()).contains("422", "”Too many ids”");

        assertThat(refusedFor(OpenDataFault.NOT_FOUND, asked -> Reply.of(410, "text/plain", "gone"))
                        .what())
                .contains("410");
        assertThat(host.asked).hasSize(2);
    }

    @Test
    void refusesWhatIsNotAnAnswer() {
        refusedFor(OpenDataFault.NOT_JSON, asked -> Reply.of(200, "text/html", "<html>Logga in</html>"));
        refusedFor(OpenDataFault.NOT_JSON, asked -> Reply.of(200, "application/json", "  <!doctype html>"));
        refusedFor(OpenDataFault.NOT_JSON, asked -> Reply.of(200, "text/csv", "kpi;value"));
        refusedFor(OpenDataFault.NOT_JSON, asked -> Reply.json("{values: 1}"));
        refusedFor(OpenDataFault.NOT_JSON, asked -> Reply.json(ONE + "{}"));
        refusedFor(OpenDataFault.CUT_OFF, asked -> Reply.json(ONE.substring(0, ONE.length() - 30)));
        refusedFor(OpenDataFault.CUT_OFF, asked -> Reply.json(""));
        refusedFor(OpenDataFault.UNEXPECTED_FORM, asked -> Reply.json("{\"count\":0}"));
        refusedFor(OpenDataFault.UNEXPECTED_FORM, asked -> Reply.json("{\"values\":{}}"));
        refusedFor(OpenDataFault.UNEXPECTED_FORM, asked -> Reply.json("{\"values\":[1]}"));
        refusedFor(OpenDataFault.UNEXPECTED_FORM, asked -> Reply.json("[]"));
        refusedFor(OpenDataFault.UNEXPECTED_FORM, asked -> Reply.json("{\"values\":[],\"next_url\":7}"));
        refusedFor(OpenDataFault.UNEXPECTED_FORM, asked -> Reply.json(page("http://[", row("N00945", "2080", "2024"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kpi\":\"N00945\",\"municipality\":\"2080\",\"period\":2024}",
                "{\"kpi\":\"N00945\",\"municipality\":\"2080\",\"period\":2024,\"values\":{}}",
                "{\"kpi\":\"N00945\",\"municipality\":\"2080\",\"period\":2024,\"values\":[5]}",
                "{\"kpi\":\"N00945\",\"municipality\":\"2080\",\"period\":\"2024-25\",\"values\":[]}",
                "{\"kpi\":\"N00945\",\"municipality\":\"2080\",\"period\":null,\"values\":[]}",
                "{\"kpi\":\"N00945\",\"municipality\":null,\"period\":2024,\"values\":[]}",
                "{\"municipality\":\"2080\",\"period\":2024,\"values\":[]}",
                "{\"kpi\":\"N00945\",\"municipality\":\"2080\",\"period\":2024,\"values\":[{\"gender\":\"T\",\"value\":\"many\"}]}",
                "{\"kpi\":\"N00945\",\"municipality\":\"2080\",\"period\":2024,\"values\":[{\"gender\":\"T\",\"value\":1e999}]}",
                "{\"kpi\":\"N00945\",\"municipality\":\"2080\",\"period\":2024,\"values\":[{\"gender\":\"T\",\"value\":[1]}]}"
            })
    void refusesARowThatCannotBeRead(String row) {
        assertThat(refusedFor(OpenDataFault.UNEXPECTED_FORM, asked -> Reply.json(page("", row)))
                        .what())
                .contains("Rad 1");
    }

    @Test
    void refusesPagesWithoutEnd() {
        String row = row("N00945", "2080", "2024", value("T", "1"));
        refusedFor(OpenDataFault.LOOP, asked -> Reply.json(page(asked.address().toString(), row)));
        assertThat(host.asked).hasSize(1);
        refusedFor(OpenDataFault.LOOP, asked -> Reply.json(page("/v3/x?page=" + host.asked.size(), row)));
        assertThat(host.asked).hasSize(3);
        refusedFor(OpenDataFault.LOOP, asked -> Reply.json(page("/v3/x?page=" + host.asked.size())));
        assertThat(host.asked).hasSize(4);
        refusedFor(
                OpenDataFault.LOOP,
                asked -> Reply.json(page(
                        "/v3/x?page=" + host.asked.size(),
                        row("N00945", "2080", "2024", value("T", "1"), value("F", "" + host.asked.size())))));
        assertThat(host.asked).hasSize(24);
    }

    @Test
    void goesNowhereElse() throws IOException {
        try (var other = new TestHost(asked -> Reply.json(ONE))) {
            String row = row("N00945", "2080", "2024", value("T", "1"));
            refusedFor(
                    OpenDataFault.ELSEWHERE,
                    asked -> Reply.json(page(other.at("/v3/data").toString(), row)));
            refusedFor(
                    OpenDataFault.ELSEWHERE,
                    asked -> Reply.json(page(host.at("/v2/data").toString(), row)));
            refusedFor(
                    OpenDataFault.ELSEWHERE,
                    asked -> Reply.of(302, "text/plain", "")
                            .with("Location", other.at("/v3/data").toString()));
            refusedFor(OpenDataFault.ELSEWHERE, asked -> Reply.of(302, "text/plain", ""));
            assertThat(other.asked).isEmpty();
        }
    }

    @Test
    void followsARedirectWithinTheHostAndNotForEver() {
        host.answers(asked -> asked.path().startsWith("/v3/new")
                ? Reply.json(ONE)
                : Reply.of(307, "text/plain", "").with("Location", "/v3/new"));
        assertThat(complete(falun()).value()).isEqualTo(1);

        host.answers(asked -> Reply.of(307, "text/plain", "").with("Location", "/v3/again"));
        refused(falun(), OpenDataFault.LOOP);
    }

    @Test
    void refusesAnAnswerBeyondTheLimit() {
        String large = " ".repeat(BRISK.bytes()) + ONE;

        assertThat(refusedFor(OpenDataFault.TOO_LARGE, asked -> Reply.json(large))
                        .what())
                .contains("200000 byte");
        assertThat(host.asked).hasSize(1);
    }

    @Test
    void triesAgainWhenTheConnectionBreaks() {
        host.answers(asked -> host.asked.size() == 1 ? Reply.json(ONE).cut() : Reply.json(ONE));
        assertThat(complete(falun()).value()).isEqualTo(1);
        assertThat(time.slept).containsExactly(Duration.ofSeconds(2));

        taker.done = 0;
        refusedFor(OpenDataFault.CUT_OFF, asked -> Reply.json(ONE).cut());
    }

    @Test
    void losesPatienceWithASlowService() {
        var hasty = new Manners(
                Duration.ZERO, Duration.ofSeconds(5), Duration.ofMillis(150), List.of(), Duration.ZERO, 1000, 5);
        host.answers(asked -> {
            try {
                Thread.sleep(1500);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Reply.json(ONE);
        });

        Fetched<Long> fetched = OpenDataExamples.kolada(host.at("/v3"), time, Optional.empty(), hasty)
                .values(FALUN, taker, Progress.SILENT);

        assertThat(refused(fetched, OpenDataFault.SLOW).what()).contains("150 ms");
        assertThat(taker.done).isZero();
    }

    @Test
    void saysThatAServiceIsNotThere() {
        host.close();

        assertThat(refused(falun(), OpenDataFault.NOT_REACHED).text()).contains("sparade svar");
    }

    @Test
    void stopsWhenAsked() {
        Fetched<Long> fetched = kolada().values(FALUN, taker, (pages, parts, of) -> Progress.Next.STOP);

        refused(fetched, OpenDataFault.STOPPED);
        assertThat(taker.done).isZero();
    }

    @Test
    void letsTheTakersFaultThrough() {
        var full = new KoladaTaker() {
            @Override
            public void take(KoladaValue value) {
                throw new IllegalStateException("disk full");
            }

            @Override
            public void done() {
                throw new AssertionError("never whole");
            }
        };

        assertThatThrownBy(() -> kolada().values(FALUN, full, Progress.SILENT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("disk full");
    }

    @Test
    void keepsAnswersForTheirAge() throws IOException {
        complete(keeping().values(FALUN, taker, Progress.SILENT));
        time.pass(Duration.ofHours(23));
        Fetched<Long> again = keeping().values(FALUN, taker, Progress.SILENT);

        assertThat(host.asked).hasSize(1);
        assertThat(complete(again).fetchedAt()).isEqualTo(StandInTime.START);
        assertThat(taker.values).hasSize(2);
        assertThat(files()).hasSize(1);

        time.pass(Duration.ofHours(2));
        Fetched<Long> anew = keeping().values(FALUN, taker, Progress.SILENT);

        assertThat(host.asked).hasSize(2);
        assertThat(complete(anew).fetchedAt()).isEqualTo(StandInTime.START.plus(Duration.ofHours(25)));
    }

    @Test
    void dropsABrokenKeptAnswer() throws IOException {
        for (Function<String, String> harm : List.<Function<String, String>>of(
                text -> text.replace("5.2", "5.3"),
                text -> text.substring(0, text.length() - 5),
                text -> text.replaceFirst("T\\d\\d:", "Txx:"),
                text -> text.replaceFirst("2026", "2036"),
                text -> "",
                text -> "x".repeat(500))) {
            complete(keeping().values(FALUN, taker, Progress.SILENT));
            int asked = host.asked.size();
            Path file = files().getFirst();
            Files.writeString(file, harm.apply(Files.readString(file)));

            assertThat(complete(keeping().values(FALUN, taker, Progress.SILENT)).value())
                    .isEqualTo(1);
            assertThat(host.asked).hasSize(asked + 1);
        }
        assertThat(taker.values).allMatch(value -> value.value().equals(OptionalDouble.of(5.2)));
    }

    @Test
    void keepsNothingOfAnAnswerItRefuses() throws IOException {
        host.answers(asked -> Reply.json(
                asked.query().contains("page=2")
                        ? page("", row("N00945", "2080", "2024", value("T", "2")))
                        : page("/v3/x?page=2", row("N00945", "2080", "2024", value("T", "1")))));

        refused(keeping().values(FALUN, taker, Progress.SILENT), OpenDataFault.CONTRADICTION);

        assertThat(files()).isEmpty();
    }

    @Test
    void keepsWhatCameBeforeTheServiceFell() throws IOException {
        host.answers(asked -> asked.query().contains("page=2")
                ? Reply.of(500, "text/plain", "")
                : Reply.json(page("/v3/x?page=2", row("N00945", "2080", "2024", value("T", "1")))));

        refused(keeping().values(FALUN, taker, Progress.SILENT), OpenDataFault.SERVER_FAULT);

        assertThat(files()).hasSize(1);
    }

    @Test
    void asksForListsByIdTitleAndPlace() {
        host.answers(asked -> Reply.json(
                switch (asked.path().split("/")[2]) {
                    case "kpi" ->
                        page(
                                "",
                                "{\"id\":\"N00945\",\"title\":\"Invånare\",\"municipality_type\":\"A\",\"has_ou_data\":1}");
                    case "kpi_groups" ->
                        page(
                                "",
                                "{\"id\":\"G1\",\"title\":\"Grupp\",\"members\":[{\"id\":\"N00945\",\"title\":\"Invånare\"}]}");
                    case "municipality_groups" ->
                        page("", "{\"id\":\"G2\",\"title\":\"Dalarna\",\"members\":[\"2080\",\"2081\"]}");
                    case "municipality" -> page("", "{\"id\":\"0020\",\"title\":\"Region Dalarna\",\"type\":\"L\"}");
                    default -> page("", "{\"id\":\"V15E1\",\"title\":\"Skolan\",\"municipality\":\"2080\"}");
                }));
        Kolada kolada = kolada();

        var kpis = complete(kolada.kpis(new KoladaWanted.Ids(ids("N00945", "N1", "N00945")), Progress.SILENT));
        assertThat(kpis.value())
                .singleElement()
                .matches(KoladaKpi::forUnits)
                .satisfies(kpi -> assertThat(kpi.levels()).hasSize(2));
        assertThat(kpis.unknown()).containsExactly("N1");
        assertThat(complete(kolada.kpiGroups(KoladaWanted.ALL, Progress.SILENT))
                        .value()
                        .getFirst()
                        .members())
                .containsExactly(new KoladaGroup.Member(new KoladaId("N00945"), "Invånare"));
        assertThat(complete(kolada.placeGroups(KoladaWanted.ALL, Progress.SILENT))
                        .value()
                        .getFirst()
                        .members())
                .extracting(KoladaGroup.Member::id)
                .containsExactlyElementsOf(ids("2080", "2081"));
        assertThat(complete(kolada.places(new KoladaWanted.Titled("region å&ö"), Progress.SILENT))
                        .value())
                .extracting(place -> place.code().value())
                .containsExactly("20");
        assertThat(complete(kolada.unitsIn(new KoladaId("2080"), Progress.SILENT))
                        .value())
                .hasSize(1);
        assertThat(host.asked)
                .extracting(asked -> asked.path() + "?" + asked.query())
                .containsExactly(
                        "/v3/kpi/N00945,N1?per_page=5000",
                        "/v3/kpi_groups?per_page=5000",
                        "/v3/municipality_groups?per_page=5000",
                        "/v3/municipality?per_page=5000&title=region å&ö",
                        "/v3/ou?per_page=5000&municipality=2080");
        assertThat(host.asked.get(3).address().getRawQuery()).endsWith("title=region%20%C3%A5%26%C3%B6");
    }

    @Test
    void refusesThingsThatContradictEachOther() {
        host.answers(asked -> Reply.json(page(
                "",
                "{\"id\":\"2080\",\"title\":\"Falun\",\"type\":\"K\"}",
                "{\"id\":\"2080\",\"title\":\"Borlänge\",\"type\":\"K\"}")));

        assertThat(refused(kolada().places(KoladaWanted.ALL, Progress.SILENT), OpenDataFault.CONTRADICTION)
                        .what())
                .contains("2080");
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".answer")).toList();
        }
    }
}
