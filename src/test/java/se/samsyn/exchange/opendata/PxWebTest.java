package se.samsyn.exchange.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static se.samsyn.exchange.opendata.OpenDataExamples.BRISK;
import static se.samsyn.exchange.opendata.OpenDataExamples.complete;
import static se.samsyn.exchange.opendata.OpenDataExamples.refused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.exchange.opendata.PxWebQuestion.Format;
import se.samsyn.exchange.opendata.PxWebQuestion.Pick;
import se.samsyn.exchange.opendata.TestHost.Asked;
import se.samsyn.exchange.opendata.TestHost.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The client against a small database behind PxWeb API v2. */
class PxWebTest {

    private static final PxTableId TABLE = new PxTableId("TAB638");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String METADATA = """
            {"version": "2.0", "class": "dataset", "label": "Folkmängd", "source": "SCB", "updated": "2026-02-21T07:00:00Z",
             "note": ["Gränser har ändrats."], "id": ["Region", "Kon", "ContentsCode", "Tid"], "size": [3, 2, 1, 4],
             "role": {"time": ["Tid"], "metric": ["ContentsCode"]},
             "dimension": {
              "Region": {"label": "region", "category": {"index": {"2081": 1, "2080": 0, "00": 2},
                         "label": {"2080": "Falun", "2081": "Borlänge", "00": "Riket"}}, "extension": {"elimination": true}},
              "Kon": {"label": "kön", "category": {"index": ["1", "2"], "label": {"1": "män", "2": "kvinnor"}},
                      "extension": {"elimination": true}},
              "ContentsCode": {"label": "tabellinnehåll", "category": {"label": {"BE0101N1": "Folkmängd"}},
                               "extension": {"elimination": false}},
              "Tid": {"label": "år", "category": {"index": ["2021", "2022", "2023", "2024"]},
                      "extension": {"elimination": false}}}}""";

    private final StandInTime time = new StandInTime();
    private final List<PxWebPart> parts = new ArrayList<>();
    private int done;
    private final PxWebTaker taker = new PxWebTaker() {
        @Override
        public void take(PxWebPart part) {
            parts.add(part);
        }

        @Override
        public void done() {
            done++;
        }
    };
    private TestHost host;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        host = new TestHost(asked -> answer(asked, 6));
    }

    @AfterEach
    void close() {
        host.close();
    }

    private PxWeb database(Optional<Path> cache) {
        return new PxWeb(
                new PxWebSource(host.at("/api/v2/"), "sv", cache, Duration.ofHours(24), BRISK), time, new Gate(time));
    }

    private PxWeb database() {
        return database(Optional.empty());
    }

    private static Reply answer(Asked asked, int cells) {
        return switch (asked.path()) {
            case "/api/v2/config" -> Reply.json("""
                    {"apiVersion": "2.3.2", "maxDataCells": %d, "maxCallsPerTimeWindow": 3, "timeWindow": 10,
                     "license": "CC0", "sourceReferences": [{"language": "en", "text": "Source: SCB"},
                     {"language": "sv", "text": "Källa: SCB"}], "dataFormats": ["json-stat2", "px"]}""".formatted(cells));
            case "/api/v2/tables/TAB638/metadata" -> Reply.json(METADATA);
            case "/api/v2/tables/TAB638/data" ->
                asked.query().contains("json-stat2")
                        ? Reply.json(cube(selection(asked)))
                        : Reply.of(200, "application/octet-stream", "CHARSET=\"ANSI\";\nDATA=\n1 2 3;\n");
            default ->
                Reply.of(
                        404,
                        "application/problem+json",
                        "{\"type\":\"Parameter error\",\"title\":\"Non-existent table\",\"status\":404}");
        };
    }

    private static Map<String, List<String>> selection(Asked asked) {
        var selection = new LinkedHashMap<String, List<String>>();
        for (JsonNode one : JSON.readTree(asked.body()).path("selection")) {
            var codes = new ArrayList<String>();
            one.path("valueCodes").forEach(code -> codes.add(code.stringValue()));
            selection.put(one.path("variableCode").stringValue(), codes);
        }
        return selection;
    }

    private static String cube(Map<String, List<String>> selection) {
        int cells = selection.values().stream().mapToInt(List::size).reduce(1, (a, b) -> a * b);
        String dimensions = selection.entrySet().stream()
                .map(each -> "\"%s\":{\"category\":{\"index\":[%s]}}".formatted(each.getKey(), quoted(each.getValue())))
                .collect(Collectors.joining(","));
        return "{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[%s],\"size\":[%s],\"dimension\":{%s},\"value\":[%s]}"
                .formatted(
                        quoted(selection.keySet()),
                        selection.values().stream()
                                .map(codes -> "" + codes.size())
                                .collect(Collectors.joining(",")),
                        dimensions,
                        IntStream.range(0, cells).mapToObj(String::valueOf).collect(Collectors.joining(",")));
    }

    private static String quoted(Iterable<String> texts) {
        var all = new ArrayList<String>();
        texts.forEach(text -> all.add('"' + text + '"'));
        return String.join(",", all);
    }

    private static PxWebQuestion question(Format format, Map<String, Pick> picks) {
        return new PxWebQuestion(TABLE, picks, format);
    }

    private static PxWebQuestion allOf(String... variables) {
        var picks = new LinkedHashMap<String, Pick>();
        for (String variable : variables) {
            picks.put(variable, new Pick.All());
        }
        return question(Format.JSON_STAT2, picks);
    }

    @Test
    void readsWhatTheDatabaseSaysOfItself() {
        PxWebTerms terms = complete(database().terms()).value();

        assertThat(terms)
                .isEqualTo(
                        new PxWebTerms(6, 3, Duration.ofSeconds(10), List.of("json-stat2", "px"), "CC0", "Källa: SCB"));
    }

    @Test
    void readsTheVariablesOfATable() {
        PxWebVariables variables = complete(database().variables(TABLE)).value();

        assertThat(variables.label()).isEqualTo("Folkmängd");
        assertThat(variables.notes()).containsExactly("Gränser har ändrats.");
        assertThat(variables.variables())
                .extracting(PxWebVariables.Variable::code)
                .containsExactly("Region", "Kon", "ContentsCode", "Tid");
        assertThat(variables.find("Region").orElseThrow().codes())
                .containsExactly(
                        new PxWebVariables.Code("2080", "Falun"),
                        new PxWebVariables.Code("2081", "Borlänge"),
                        new PxWebVariables.Code("00", "Riket"));
        assertThat(variables.find("Tid").orElseThrow().role()).isEqualTo(PxWebVariables.Role.TIME);
        assertThat(variables.find("ContentsCode").orElseThrow().elimination())
                .isEqualTo(PxWebVariables.Elimination.MANDATORY);
        assertThat(new String(variables.answer().copy(), StandardCharsets.UTF_8))
                .isEqualTo(METADATA);
        assertThat(host.asked.getFirst().query()).contains("lang=sv");
    }

    @Test
    void fetchesCellsInPartsUnderTheLimit() {
        var seen = new ArrayList<String>();
        var fetched = database().cells(allOf("Tid", "Region", "Kon", "ContentsCode"), taker, (pages, part, of) -> {
            seen.add(pages + " " + part + "/" + of);
            return Progress.Next.GO_ON;
        });

        assertThat(complete(fetched).value().label()).isEqualTo("Folkmängd");
        assertThat(done).isEqualTo(1);
        assertThat(parts).hasSize(4).allMatch(part -> part.of() == 4);
        assertThat(parts.getFirst().selection())
                .containsExactly(
                        entry("Region", List.of("2080", "2081", "00")),
                        entry("Kon", List.of("1", "2")),
                        entry("ContentsCode", List.of("BE0101N1")),
                        entry("Tid", List.of("2021")));
        assertThat(new String(parts.get(1).answer().copy(), StandardCharsets.UTF_8))
                .isEqualTo(cube(parts.get(1).selection()));
        assertThat(seen).containsExactly("1 1/4", "2 2/4", "3 3/4", "4 4/4");
    }

    /** The database says three calls in ten seconds: of six calls the fourth waits for the first to be ten seconds old. */
    @Test
    void keepsTheLimitTheDatabaseTells() {
        complete(database().cells(allOf("Tid", "Region", "Kon", "ContentsCode"), taker, Progress.SILENT));

        assertThat(host.asked).hasSize(6);
        Duration passed = Duration.between(StandInTime.START, time.now());
        assertThat(passed).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
        assertThat(time.slept).allMatch(pause -> pause.compareTo(Duration.ofSeconds(10)) < 0);
    }

    @Test
    void keepsTheLimitToldInAHeader() {
        host.answers(asked -> answer(asked, 1000).with("X-RateLimit-Policy", "1;w=60s"));

        complete(database().variables(TABLE));
        var database = database();
        complete(database.variables(TABLE));
        complete(database.variables(TABLE));

        assertThat(time.slept).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void picksCodesAndTheLastPeriods() {
        host.answers(asked -> answer(asked, 1000));
        var picks = new LinkedHashMap<String, Pick>();
        picks.put("Tid", new Pick.Last(2));
        picks.put("Region", new Pick.Codes(List.of("00", "2080", "00")));
        picks.put("ContentsCode", new Pick.All());

        complete(database().cells(question(Format.JSON_STAT2, picks), taker, Progress.SILENT));

        assertThat(parts)
                .singleElement()
                .satisfies(part -> assertThat(part.selection())
                        .containsExactly(
                                entry("Region", List.of("00", "2080")),
                                entry("ContentsCode", List.of("BE0101N1")),
                                entry("Tid", List.of("2023", "2024"))));
        assertThat(host.asked.getLast().method()).isEqualTo("POST");
        assertThat(host.asked.getLast().query()).isEqualTo("lang=sv&outputFormat=json-stat2");
    }

    @Test
    void asksForNothingTheTableDoesNotHave() {
        assertThat(refusedFor(allOf("Region", "Ålder", "ContentsCode", "Tid"))).contains("”Ålder”", "”Kon”");
        assertThat(refusedFor(allOf("Region", "Tid")))
                .contains("”ContentsCode”")
                .doesNotContain("”Kon”");
        var picks = new LinkedHashMap<>(allOf("ContentsCode", "Tid").picks());
        picks.put("Region", new Pick.Codes(List.of("2080", "9999")));
        assertThat(refusedFor(question(Format.JSON_STAT2, picks)))
                .contains("”9999”")
                .doesNotContain("”2080”");
        picks.put("Region", new Pick.Codes(List.of()));
        assertThat(refusedFor(question(Format.JSON_STAT2, picks))).contains("”Region”");
        assertThat(host.asked).noneMatch(asked -> asked.method().equals("POST"));
        assertThat(done).isZero();
    }

    private String refusedFor(PxWebQuestion question) {
        return refused(database().cells(question, taker, Progress.SILENT), OpenDataFault.QUESTION)
                .what();
    }

    @Test
    void tellsTheDatabasesOwnWords() {
        assertThat(refused(database().variables(new PxTableId("TAB1")), OpenDataFault.NOT_FOUND)
                        .text())
                .contains("”Non-existent table”", "/api/v2/tables/TAB1/metadata");

        host.answers(asked -> asked.method().equals("POST")
                ? Reply.of(
                        400,
                        "application/problem+json",
                        "{\"title\":\"Too many cells selected\",\"detail\":\"Too many cells selected\"}")
                : answer(asked, 1000));
        assertThat(refused(
                                database().cells(allOf("Region", "Tid", "ContentsCode"), taker, Progress.SILENT),
                                OpenDataFault.REJECTED)
                        .text())
                .contains("”Too many cells selected”");
        assertThat(done).isZero();
    }

    @Test
    void waitsOutALimitAndThenGoesOn() {
        host.answers(asked -> asked.method().equals("POST") && host.asked.size() == 3
                ? Reply.of(429, "application/problem+json", "{}").with("Retry-After", "9")
                : answer(asked, 1000));

        complete(database().cells(allOf("Region", "Tid", "ContentsCode"), taker, Progress.SILENT));

        assertThat(time.slept).contains(Duration.ofSeconds(9));
        assertThat(parts).hasSize(1);
    }

    @Test
    void refusesAnAnswerThatIsNotToTheQuestion() {
        for (String[] harm : List.of(
                new String[] {"\"2080\"", "\"2082\""},
                new String[] {"\"2080\",", ""},
                new String[] {"\"value\":[0,", "\"value\":["},
                new String[] {"\"value\":", "\"worth\":"},
                new String[] {"\"id\":[", "\"id\":[\"Alder\","})) {
            host.answers(asked -> {
                Reply reply = answer(asked, 1000);
                return asked.method().equals("POST") ? Reply.json(reply.text().replace(harm[0], harm[1])) : reply;
            });
            refused(
                    database(Optional.of(folder)).cells(allOf("Region", "Tid", "ContentsCode"), taker, Progress.SILENT),
                    OpenDataFault.UNEXPECTED_FORM);
        }
        host.answers(asked -> asked.method().equals("POST") ? Reply.json("{\"id\":[") : answer(asked, 1000));
        refused(
                database().cells(allOf("Region", "Tid", "ContentsCode"), taker, Progress.SILENT),
                OpenDataFault.CUT_OFF);
        assertThat(done).isZero();
        assertThat(parts).isEmpty();
    }

    @Test
    void givesPxFilesOnWhole() {
        PxWebQuestion question =
                question(Format.PX, allOf("Region", "Tid", "ContentsCode").picks());
        host.answers(asked -> answer(asked, 1000));
        complete(database().cells(question, taker, Progress.SILENT));
        assertThat(new String(parts.getFirst().answer().copy(), StandardCharsets.UTF_8))
                .startsWith("CHARSET");

        host.answers(asked -> asked.method().equals("POST")
                ? Reply.of(200, "application/octet-stream", "CHARSET=\"ANSI\";\nDATA=\n1 2")
                : answer(asked, 1000));
        refused(database().cells(question, taker, Progress.SILENT), OpenDataFault.UNEXPECTED_FORM);
        host.answers(
                asked -> asked.method().equals("POST") ? Reply.of(200, "text/html", "<html>") : answer(asked, 1000));
        refused(database().cells(question, taker, Progress.SILENT), OpenDataFault.NOT_JSON);
    }

    @Test
    void keepsAnswersByWhatWasPosted() {
        var kept = database(Optional.of(folder));
        complete(kept.cells(allOf("Region", "Kon", "Tid", "ContentsCode"), taker, Progress.SILENT));
        int asked = host.asked.size();

        complete(database(Optional.of(folder))
                .cells(allOf("Region", "Kon", "Tid", "ContentsCode"), taker, Progress.SILENT));

        assertThat(host.asked).hasSize(asked);
        assertThat(parts).hasSize(8);
        for (int part = 0; part < 4; part++) {
            assertThat(parts.get(part + 4).answer()).isEqualTo(parts.get(part).answer());
        }
    }

    @Test
    void findsTablesOnAllPages() {
        host.answers(asked -> {
            int page = Integer.parseInt(asked.query().replaceAll(".*pageNumber=(\\d+).*", "$1"));
            return Reply.json("""
                    {"language": "sv", "tables": [{"id": "TAB%d", "label": "Folkmängd", "updated": "2026-02-21T07:00:00Z",
                     "firstPeriod": "1968", "lastPeriod": 2024, "variableNames": ["region", "år"], "discontinued": %s}],
                     "page": {"pageNumber": %d, "pageSize": 1, "totalElements": 3, "totalPages": 3}}""".formatted(page, page == 2 ? "true" : "null", page));
        });

        List<PxWebTable> tables = complete(database()
                        .tables(new PxWebSearch(" folkmängd ", PxWebSearch.Discontinued.INCLUDED), Progress.SILENT))
                .value();

        assertThat(tables).extracting(table -> table.id().value()).containsExactly("TAB1", "TAB2", "TAB3");
        assertThat(tables.get(1).standing()).isEqualTo(PxWebTable.Standing.DISCONTINUED);
        assertThat(tables.getFirst())
                .isEqualTo(new PxWebTable(
                        new PxTableId("TAB1"),
                        "Folkmängd",
                        "",
                        "2026-02-21T07:00:00Z",
                        "1968",
                        "2024",
                        List.of("region", "år"),
                        PxWebTable.Standing.CONTINUED));
        assertThat(host.asked.getFirst().query())
                .isEqualTo("lang=sv&query=folkmängd&includeDiscontinued=true&pageNumber=1&pageSize=100");
    }

    @Test
    void refusesTablesWithoutEnd() {
        host.answers(asked -> Reply.json("{\"tables\":[{\"id\":\"TAB1\"}],\"page\":{\"totalPages\":900}}"));

        refused(database().tables(PxWebSearch.of("x"), Progress.SILENT), OpenDataFault.LOOP);
        assertThat(host.asked).hasSize(2);
        host.answers(asked -> Reply.json("{\"hits\":[]}"));
        refused(database().tables(PxWebSearch.of("x"), Progress.SILENT), OpenDataFault.UNEXPECTED_FORM);
    }

    @Test
    void refusesADatabaseWithoutALimitOrTheFormat() {
        host.answers(asked -> asked.path().endsWith("/config") ? Reply.json("{}") : answer(asked, 10));
        refused(database().terms(), OpenDataFault.UNEXPECTED_FORM);

        host.answers(asked -> asked.path().endsWith("/config")
                ? Reply.json("{\"maxDataCells\":10,\"dataFormats\":[\"csv\"]}")
                : answer(asked, 10));
        assertThat(refusedFor(allOf("Region", "Tid", "ContentsCode"))).contains("json-stat2");
    }
}
