package se.samsyn.followup.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import se.samsyn.SignedInAs;
import se.samsyn.StatementCount;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;

@SpringBootTest
@AutoConfigureMockMvc
@Import(StatementCount.class)
class CasePagesIT {

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Clock clock;

    private Unit unit;
    private UserDetails caseworker;

    @BeforeEach
    void signIn() {
        unit = SignedInAs.unit(organisations);
        caseworker = SignedInAs.of(accounts, Role.CASEWORKER, unit);
    }

    @Test
    void registersACaseFromOpeningToAKeptAnswer() {
        var at = open("egen-1");
        assertThat(get(at))
                .hasStatusOk()
                .bodyText()
                .contains("egen-1", "Nästa uppföljning")
                .doesNotContain("??");

        var occasion = post(at + "/tillfallen", "phase", "BEFORE", "date", today());
        var form = redirect(occasion);
        assertThat(get(form)).hasStatusOk().bodyText().contains("a.maende");

        assertThat(post(
                        form + "/utkast",
                        "revision",
                        "1",
                        "page",
                        UUID.randomUUID().toString(),
                        "turn",
                        "1",
                        "answer",
                        "json",
                        "a.maende",
                        "4"))
                .hasStatusOk()
                .bodyText()
                .contains("\"revision\":2");
        assertThat(post(
                        form + "/utkast",
                        "revision",
                        "1",
                        "page",
                        UUID.randomUUID().toString(),
                        "turn",
                        "1",
                        "answer",
                        "json",
                        "a.maende",
                        "5"))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(get(form)).bodyText().containsPattern("name=\"a.maende\" value=\"4\"[^>]*checked");
    }

    @Test
    void whoeverSavesSecondSeesBothVersionsAndChooses() {
        var form = redirect(post(open("egen-2") + "/tillfallen", "phase", "BEFORE", "date", today()));
        post(form + "/utkast", "revision", "1", "page", page(), "turn", "1", "a.maende", "4", "a.hushall", "ensam");
        assertThat(post(form, "revision", "1", "page", page(), "turn", "1", "a.maende", "2", "a.hushall", "ensam"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Någon annan har sparat", "<td>4</td>", "<td>2</td>", "name=\"revision\" value=\"2\"")
                .containsPattern("name=\"a.maende\" value=\"2\"[^>]*checked")
                .doesNotContain("<td>ensam", "??", "autosave.js");
        assertThat(get(form)).bodyText().containsPattern("name=\"a.maende\" value=\"4\"[^>]*checked");

        String[] mine = {"page", page(), "turn", "1", "chosen", "mine", "a.maende", "2"};
        assertThat(post(form + "/utkast", with(mine, "revision", "1"))).hasStatus(HttpStatus.CONFLICT);
        assertThat(post(form + "/utkast", with(mine, "revision", "2"))).hasStatus3xxRedirection();
        assertThat(get(form)).bodyText().containsPattern("name=\"a.maende\" value=\"2\"[^>]*checked");
    }

    private static String page() {
        return UUID.randomUUID().toString();
    }

    private static String[] with(String[] fields, String name, String value) {
        return Stream.concat(Stream.of(fields), Stream.of(name, value)).toArray(String[]::new);
    }

    @Test
    void saysWhatIsWrongWithTheFields() {
        assertThat(post(
                        "/arenden",
                        "instrument",
                        "allman",
                        "opened",
                        "2026-02-30",
                        "localId",
                        "19121212-1212",
                        "birthYear",
                        "19"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Det finns ingen sådan dag", "ser ut som ett personnummer", "Födelseåret stämmer inte");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/att-gora", "/arenden", "/arenden?lage=ALL"})
    void needsAsManyStatementsForManyCasesAsForFew(String page) {
        open("a1");
        get(page);
        var few = StatementCount.during(() -> get(page));
        for (int i = 0; i < 12; i++) {
            open("b" + i);
        }
        var many = StatementCount.during(() -> get(page));

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(16);
    }

    @Test
    void theCasePageNeedsAsManyStatementsForALongCourseAsForAShortOne() {
        var at = open("c1");
        fill(at, 0);
        get(at);
        var few = StatementCount.during(() -> get(at));
        for (int day = 1; day < 8; day++) {
            fill(at, day);
        }
        var many = StatementCount.during(() -> get(at));

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(24);
    }

    @Test
    void theFormsNeedFewStatements() {
        var at = open("c2");
        var form = redirect(post(at + "/tillfallen", "phase", "BEFORE", "date", today()));
        for (var page : List.of(form, "/arenden/nytt", "/andamal?arende=" + at.replace("/arenden/", ""))) {
            get(page);
            assertThat(StatementCount.during(() -> get(page))).as(page).isLessThanOrEqualTo(18);
        }
    }

    @Test
    void asksForWhatNobodyHasChosenAndKeepsWhatWasWritten() {
        var at = open("c3");
        assertThat(post("/arenden", "instrument", "allman", "sex", "MAN", "identity", "OPEN", "opened", today()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Välj väg in", "href=\"#field-wayIn\"", "autofocus");
        assertThat(post(at + "/avsluta", "revision", "1", "date", today()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Välj ett skäl till avslutet");
        assertThat(post(
                        at + "/mal",
                        "text",
                        "Ringa 811218-9876",
                        "weight",
                        "PART",
                        "scale",
                        "FIVE_LEVELS",
                        "set",
                        today()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("value=\"Ringa 811218-9876\"");
    }

    @Test
    void aFormSentTwiceOpensOneCase() {
        var twice = new String[] {
            "id",
            UUID.randomUUID().toString(),
            "instrument",
            "allman",
            "sex",
            "MAN",
            "identity",
            "OPEN",
            "wayIn",
            "REPORT",
            "opened",
            today()
        };

        assertThat(redirect(post("/arenden", twice))).isEqualTo(redirect(post("/arenden", twice)));
    }

    private void fill(String at, int day) {
        var date = LocalDate.now(clock).minusDays(day).toString();
        post(at + "/tillfallen", "phase", "DURING", "date", date);
        post(at + "/insatser", "kind", "TREATMENT", "started", date);
        post(at + "/mal", "text", "Mål " + day, "weight", "PART", "scale", "FIVE_LEVELS", "set", date);
    }

    @Test
    void whatIsSearchedForStandsInNoAddressAndIsNeverAPersonalNumber() {
        open("sok-1");
        open("annan");

        assertThat(post("/arenden/sok", "id", "sok"))
                .hasStatusOk()
                .bodyText()
                .contains(">sok-1<")
                .doesNotContain(">annan<", "id=sok");
        assertThat(get("/arenden")).bodyText().contains("action=\"/arenden/sok\"", "method=\"post\"");
        assertThat(post("/arenden/sok", "id", "811218/9876"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("ser ut som ett personnummer")
                .doesNotContain("9876");
    }

    @Test
    void aDraftSentByTheButtonShowsWhatCouldNotBeRead() {
        var form = redirect(post(open("p1") + "/tillfallen", "phase", "BEFORE", "date", today()));

        assertThat(post(
                        form + "/utkast",
                        "revision",
                        "1",
                        "page",
                        UUID.randomUUID().toString(),
                        "turn",
                        "1",
                        "a.maende",
                        "mest bra"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Skriv svaret som ett tal");
    }

    @Test
    void whatNoPageSendsIsABadRequest() {
        assertThat(post(
                        "/arenden",
                        "instrument",
                        "allman",
                        "sex",
                        "MAN",
                        "identity",
                        "X",
                        "wayIn",
                        "REPORT",
                        "opened",
                        today()))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(post("/andamal", "arende", open("q1").replace("/arenden/", ""), "purpose", "OPERATION"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void showsAUnitManagerNoWayToOpenACase() {
        var manager = SignedInAs.of(accounts, Role.UNIT_MANAGER, unit);

        assertThat(get("/att-gora")).bodyText().contains("/arenden/nytt");
        for (var page : List.of("/att-gora", "/arenden")) {
            assertThat(pages.get().uri(page).with(user(manager)))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("/arenden/nytt");
        }
    }

    @Test
    void aUnitManagerSaysWhyBeforeReadingACase() {
        var at = open("d1");
        var manager = SignedInAs.of(accounts, Role.UNIT_MANAGER, unit);

        assertThat(redirect(pages.get().uri(at).with(user(manager)).exchange())).startsWith("/andamal");
    }

    @Test
    void whatIsNotThereAndWhatIsNotMineLookTheSame() {
        var at = open("e1");
        var stranger = SignedInAs.of(accounts, Role.CASEWORKER, SignedInAs.unit(organisations));

        assertThat(pages.get().uri(at).with(user(stranger))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get()
                        .uri("/arenden/00000000-0000-0000-0000-000000000000")
                        .with(user(stranger)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get().uri(at)).hasStatus3xxRedirection();
    }

    @Test
    void answersWithStrictHeaders() {
        assertThat(get("/att-gora"))
                .hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        values -> assertThat(values.getFirst())
                                .contains("default-src 'none'")
                                .doesNotContain("unsafe"));
    }

    private String open(String localId) {
        return redirect(post(
                        "/arenden",
                        "instrument",
                        "allman",
                        "sex",
                        "WOMAN",
                        "birthYear",
                        "1990",
                        "identity",
                        "OPEN",
                        "wayIn",
                        "REPORT",
                        "opened",
                        LocalDate.now(clock).minusDays(9).toString(),
                        "localId",
                        localId))
                .replace("?oppnat", "");
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    private static String redirect(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getRedirectedUrl());
    }

    private MvcTestResult get(String path) {
        return pages.get().uri(path).with(user(caseworker)).exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = pages.post().uri(path).with(user(caseworker)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }
}
