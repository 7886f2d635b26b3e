package se.samsyn.followup.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import se.samsyn.SignedInAs;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Accounts;
import se.samsyn.access.LogLine;
import se.samsyn.access.Purpose;
import se.samsyn.access.Role;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;

/** The case of a protected person: no list, title or address says its id, and nobody reads it without saying why each time. */
@SpringBootTest
@AutoConfigureMockMvc
class ProtectedCasePagesIT {

    private static final Pattern NAMED = Pattern.compile("Ärende (\\S+)</span>");

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organisations organisations;

    @Autowired
    private AccessLog log;

    @Autowired
    private Clock clock;

    private Unit unit;
    private UserDetails caseworker;
    private MockHttpSession session;
    private String at;
    private String localId;

    @BeforeEach
    void openOne() {
        unit = SignedInAs.unit(organisations);
        caseworker = SignedInAs.of(accounts, Role.CASEWORKER, unit);
        session = new MockHttpSession();
        at = open();
        var named = NAMED.matcher(text(get(at)));
        assertThat(named.find()).isTrue();
        localId = named.group(1);
        session = new MockHttpSession();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/arenden", "/arenden?lage=ALL", "/att-gora"})
    void standsInListsWithoutItsId(String list) {
        assertThat(get(list)).bodyText().contains("Skyddad identitet", at).doesNotContain(localId);
    }

    @Test
    void isNotFoundByItsId() {
        assertThat(post("/arenden/sok", "id", localId))
                .bodyText()
                .doesNotContain(at)
                .contains("kan inte sökas");
    }

    @Test
    void asksEverybodyWhyAndAgainAfterAnotherProtectedCase() {
        assertThat(redirect(get(at))).startsWith("/andamal");
        var ask = get("/andamal?arende=" + id());
        assertThat(ask).bodyText().contains("skyddad identitet").doesNotContain(localId, "checked");
        assertThat(post("/andamal", "arende", id())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        state(at);
        assertThat(get(at)).hasStatusOk();

        var other = open();
        state(other);
        assertThat(redirect(get(at))).startsWith("/andamal");
    }

    @Test
    void letsOnlyTheManagerReadToSupervise() {
        assertThat(get("/andamal?arende=" + id()))
                .bodyText()
                .contains("SELF_AUDIT")
                .doesNotContain("SUPERVISION", "LOG_REVIEW");
        for (var purpose : List.of("SUPERVISION", "LOG_REVIEW", "RIGHT_OF_ACCESS")) {
            assertThat(post("/andamal", "arende", id(), "purpose", purpose))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        assertThat(redirect(get(at))).startsWith("/andamal");
        caseworker = SignedInAs.of(accounts, Role.UNIT_MANAGER, unit);
        session = new MockHttpSession();
        assertThat(post("/andamal", "arende", id(), "purpose", "SUPERVISION")).hasStatus(HttpStatus.FOUND);
        assertThat(get(at)).hasStatusOk();
    }

    @Test
    void asksTheManagerWhoHasSaidWhyOfOthers() {
        session = new MockHttpSession();
        var open = open("OPEN");
        caseworker = SignedInAs.of(accounts, Role.UNIT_MANAGER, unit);
        session = new MockHttpSession();
        state(open);
        assertThat(get(open)).hasStatusOk();

        assertThat(redirect(get(at))).startsWith("/andamal");
    }

    @Test
    void hasTitlesAndAddressesWithoutItsId() {
        state(at);
        assertThat(title(get(at))).isEqualTo("Ärende med skyddad identitet – Samsyn");
        var form = redirect(post(at + "/tillfallen", "phase", "BEFORE", "date", today()));
        assertThat(title(get(form))).isEqualTo("Före – ärende med skyddad identitet – Samsyn");
        assertThat(form + at).doesNotContain(localId);

        session = new MockHttpSession();
        assertThat(redirect(get(form)))
                .startsWith("/andamal")
                .contains("tillfalle=")
                .doesNotContain(localId);
    }

    @Test
    void showsNothingOfItselfInFaultsWithoutAPurpose() {
        assertThat(redirect(post(at + "/insatser", "kind", ""))).startsWith("/andamal");
        assertThat(post(at + "/avsluta", "revision", "9", "date", today(), "reason", "OTHER"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .doesNotContain(localId);
        caseworker = SignedInAs.of(accounts, Role.CASEWORKER, SignedInAs.unit(organisations));
        assertThat(get(at)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/andamal?arende=" + id())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void isLoggedByItsSurrogateIdAsAReadOfItsOwnKind() {
        post("/andamal", "arende", id(), "purpose", "SELF_AUDIT");
        get(at);

        assertThat(log.latest(unit.municipality(), 30))
                .extracting(LogLine::object)
                .doesNotContain(localId);
        assertThat(log.latest(unit.municipality(), 5)).anySatisfy(line -> {
            assertThat(line.event()).isEqualTo("READ_PROTECTED_CASE");
            assertThat(line.purpose()).isEqualTo(Purpose.SELF_AUDIT);
            assertThat(line.object()).isEqualTo(id());
        });
    }

    @Test
    void isLiftedOnlyByWhomHasSaidWhyAndWithALineOfItsOwn() {
        assertThat(redirect(lift(1))).startsWith("/andamal");
        state(at);
        assertThat(get(at)).bodyText().contains("Häv bara skyddet om");

        assertThat(lift(1)).hasRedirectedUrl(at);
        assertThat(lines()).contains("UNPROTECT_IDENTITY SELF_AUDIT " + id());
        correct(2, "PROTECTED");
        assertThat(lines()).contains("PROTECT_IDENTITY FOLLOW_UP " + id());
    }

    private MvcTestResult lift(int revision) {
        return correct(revision, "OPEN");
    }

    private MvcTestResult correct(int revision, String identity) {
        return post(
                at + "/uppgifter",
                "revision",
                String.valueOf(revision),
                "sex",
                "WOMAN",
                "identity",
                identity,
                "wayIn",
                "REPORT");
    }

    private List<String> lines() {
        return log.latest(unit.municipality(), 10).stream()
                .map(line -> line.event() + " " + line.purpose() + " " + line.object())
                .toList();
    }

    @Test
    void refusesWhatWouldNotBeKept() {
        assertThat(post(
                        "/arenden",
                        "instrument",
                        "allman",
                        "sex",
                        "WOMAN",
                        "birthYear",
                        "1990",
                        "identity",
                        "PROTECTED",
                        "wayIn",
                        "REPORT",
                        "opened",
                        today(),
                        "localId",
                        "egen-1"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("sparas inget födelseår. Töm fältet");
    }

    private String open() {
        return open("PROTECTED");
    }

    private String open(String identity) {
        return redirect(post(
                        "/arenden",
                        "instrument",
                        "allman",
                        "sex",
                        "WOMAN",
                        "identity",
                        identity,
                        "wayIn",
                        "REPORT",
                        "opened",
                        today()))
                .replace("?oppnat", "");
    }

    private void state(String of) {
        post("/andamal", "arende", of.replace("/arenden/", ""), "purpose", "SELF_AUDIT");
    }

    private String id() {
        return at.replace("/arenden/", "");
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    private static String title(MvcTestResult page) {
        var text = text(page);
        return text.substring(text.indexOf("<title>") + 7, text.indexOf("</title>"));
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String redirect(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getRedirectedUrl());
    }

    private MvcTestResult get(String path) {
        return pages.get().uri(path).session(session).with(user(caseworker)).exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request =
                pages.post().uri(path).session(session).with(user(caseworker)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }
}
