package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.samsyn.access.Role;
import se.samsyn.database.TestDatabase;

/** Every form and address, by somebody who may use it, with what no page of ours sends in each of its fields. */
@SpringBootTest(
        properties = {
            "samsyn.demo=true",
            "samsyn.test.own-database=true",
            "samsyn.data=target/forms",
            "samsyn.results.age=PT0S",
            "samsyn.web.pace.questions=100000",
            "samsyn.web.pace.imports=100000",
            "samsyn.web.pace.exports=100000"
        })
@AutoConfigureMockMvc
@Import({AddressExamples.class, AddressExamples.Doors.class})
class FormFuzzIT {

    /** Fields that forms have but the table of addresses leaves empty. */
    private static final Map<String, List<String>> MORE = Map.ofEntries(
            Map.entry("POST /arenden/{case}/uppgifter", List.of("birthYear=1990")),
            Map.entry("POST /arenden/{case}/mal", List.of("goal={new}")),
            Map.entry("POST /arenden/{case}/mal/{goal}/bedomning", List.of("level=1")),
            Map.entry("POST /tillfallen/{occasion}", List.of("a.allman_text=x", "s.allman_text=x", "note=x")),
            Map.entry("POST /tillfallen/{occasion}/utkast", List.of("a.allman_text=x", "answer=part")),
            Map.entry("POST /konton", List.of("unit={unit}")),
            Map.entry("POST /egna-indikatorer", List.of("name=x", "title=x", "about=x", "indicator=x", "numerator=x")),
            Map.entry("POST /indikatorer/{indicator}/beslut", List.of("bas=x")),
            Map.entry("POST /register", List.of("source=x")),
            Map.entry("POST /indikatorimport", List.of("kalla=x", "kallnamn=x", "plats=2080")),
            Map.entry("POST /indikatorimport/kolada", List.of("platser=2080")),
            Map.entry("POST /import/{upload}/lasning", List.of("sheet=x", "headerRow=1", "encoding=UTF_8")),
            Map.entry(
                    "GET /logg", List.of("vem=x", "galler=x", "andamal=x", "handelse=x", "fran=x", "till=x", "fore=1")),
            Map.entry("GET /indikatorer", List.of("sok=x", "omrade=x", "perspektiv=x", "kalla=x", "sida=1")),
            Map.entry("GET /resultat", List.of("instrument=allman", "ar=2025", "vy=x", "kon=x")),
            Map.entry(
                    "GET /korstabell",
                    List.of(
                            "data=allman",
                            "rad=sex",
                            "kolumn=x",
                            "lager=x",
                            "visa=x",
                            "tal=x",
                            "urval=x",
                            "svar=x",
                            "urvalsfraga=x")),
            Map.entry("GET /jamfor/{indicator}", List.of("plats=x", "ar=x", "kon=x", "grupp=x", "vy=x")),
            Map.entry("GET /mal", List.of("indikator=x", "plats=x")),
            Map.entry("GET /kallor", List.of("sok=x", "andra=x")),
            Map.entry("GET /vald-i-nara-relation", List.of("ar=2025")),
            Map.entry("GET /arenden", List.of("lage=OPEN", "sida=1")));

    private static final List<String> ODD = List.of(
            "",
            " ",
            "\u00a0\u200b\u202e",
            "'\";--<script>alert(1)</script>",
            "${7*7}#{7*7}*{7*7}[[${7*7}]]",
            "../../etc/passwd",
            "//evil.example/",
            "-1",
            "99999999999999999999",
            "1e400",
            "0000-00-00",
            "9999-99-99",
            "+999999999-12-31",
            "\ud83d\ude00\u0301",
            "%00%0d%0aX: y",
            "a\r\nb\tc",
            "x".repeat(5_000),
            "((((a+)+)+)+)!".repeat(40));

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private AddressExamples examples;

    private final List<String> wrong = new ArrayList<>();
    private int sent;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        TestDatabase.ownProperties().forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void begin() {
        examples.begin();
    }

    @Test
    void controlCharactersAreRefusedInEveryFieldOfEveryForm() {
        for (var line : lines()) {
            IntStream.range(0, line.fields().size())
                    .filter(at -> !line.fields().get(at).endsWith("{file}"))
                    .forEach(at -> List.of("\0", "a\0b", "\u0001", "\u007f", "a\u001bb")
                            .forEach(sign -> expect(line, at, sign, 400)));
        }
        assertThat(sent).isGreaterThan(700);
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothingThatIsSentIsEverOurFault() {
        for (var line : lines()) {
            IntStream.range(0, line.fields().size())
                    .filter(at -> !line.fields().get(at).endsWith("{file}"))
                    .forEach(at -> ODD.forEach(text -> expect(line, at, text, 0)));
        }
        assertThat(sent).isGreaterThan(2_500);
        assertThat(wrong).isEmpty();
    }

    @Test
    void noFormIsTakenWithoutItsToken() {
        int tried = 0;
        for (var line : lines()) {
            if (line.method().equals("POST")) {
                tried++;
                var path = line.path().replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000");
                assertThat(pages.post().uri(path).with(user(examples.person(line.role()))))
                        .as(line.path())
                        .hasStatus(403);
            }
        }
        assertThat(tried).isGreaterThan(40);
    }

    /** Sends a line with one field changed; a status of 0 is any that is not our fault. */
    private void expect(Line line, int at, String text, int status) {
        var fields = new ArrayList<>(line.fields());
        fields.set(at, fields.get(at).split("=", 2)[0] + "=" + text);
        var answer = examples.send(
                pages,
                line.method(),
                line.path(),
                fields,
                AddressExamples.At.HOME,
                line.role(),
                examples.person(line.role()));
        // what no page answers for is a 500 to whoever sent it
        int answered =
                answer.getUnresolvedException() == null ? answer.getResponse().getStatus() : 500;
        sent++;
        if (status == 0 ? answered >= 500 : answered != status) {
            wrong.add(line.method() + " " + line.path() + " " + fields.get(at).split("=", 2)[0] + "="
                    + text.substring(0, Math.min(20, text.length())).replaceAll("\\p{Cc}", "?") + ": " + answered);
        }
    }

    private static List<Line> lines() {
        return AddressesIT.TABLE
                .lines()
                .filter(text -> !text.isBlank())
                .map(Line::of)
                .toList();
    }

    private record Line(String method, String path, Role role, List<String> fields) {

        static Line of(String text) {
            var words = List.of(text.strip().split("\\s+"));
            var name = words.get(0) + " " + words.get(1);
            var fields = Stream.concat(
                            words.subList(4, words.size()).stream(),
                            Objects.requireNonNull(MORE.getOrDefault(name, List.of())).stream())
                    .toList();
            return new Line(words.get(0), words.get(1), role(words.get(2)), fields);
        }

        private static Role role(String letters) {
            return switch (letters.charAt(0)) {
                case 'm' -> Role.UNIT_MANAGER;
                case 'q' -> Role.QUALITY_DEVELOPER;
                case 'r' -> Role.REGIONAL_ANALYST;
                case 'n' -> Role.NATIONAL_ANALYST;
                case 'a' -> Role.AUDITOR;
                case 's' -> Role.ADMINISTRATOR;
                default -> Role.CASEWORKER;
            };
        }
    }
}
