package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.samsyn.StatementCount;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Accounts;
import se.samsyn.access.Actor;
import se.samsyn.access.ActorId;
import se.samsyn.access.LogLine;
import se.samsyn.access.LogQuery;
import se.samsyn.access.Purpose;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;

/** The access log as its reviewers see it, in a municipality that no other test touches. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(StatementCount.class)
class LogPagesIT {

    private static final PlaceCode VANSBRO = new PlaceCode("2021");
    /** As long as an id, and none. */
    private static final String TABLE = "vald.SE.all.distribution.closereason";

    private static final Pattern ROW = Pattern.compile("<tr>\\s*<td class=\"nowrap\"");

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccessLog log;

    @Autowired
    private Clock clock;

    private UserDetails reviewer = User.withUsername("none").password("none").build();
    private String name = "";
    private Actor developer =
            new Actor(new ActorId(new UUID(0, 0)), "", Role.QUALITY_DEVELOPER, VANSBRO, Optional.empty());

    @BeforeEach
    void open() {
        name = "Vera " + UUID.randomUUID();
        var username = "logg-" + UUID.randomUUID();
        accounts.open(username, UUID.randomUUID().toString(), "Granskare", Role.AUDITOR, VANSBRO, Optional.empty());
        reviewer = accounts.loadUserByUsername(username);
        developer = accounts.open(
                "dev-" + UUID.randomUUID(),
                UUID.randomUUID().toString(),
                name,
                Role.QUALITY_DEVELOPER,
                VANSBRO,
                Optional.empty());
    }

    @Test
    void namesPlacesAndLogsTheReading() {
        write("EXPORT_TABLE", TABLE, Purpose.FOLLOW_UP);

        assertThat(page(""))
                .contains("Vansbro", name, "Hämtade en tabell", TABLE)
                .doesNotContain("2021<", "??");
        assertThat(page("")).contains("Läste loggen");
        assertThat(rows(page("?handelse=EXPORT_TABLE&vem=" + developer.id() + "&galler=" + TABLE)))
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vem=19121212-1212",
                "galler=19121212-1212",
                "galler=Berit Ceder",
                "galler=vald.SE.all.count.191212121212",
                "andamal=NONSENS",
                "fore=nonsens"
            })
    void saysThatAnUnknownThingCannotBeLookedUpAndDoesNotWriteItDown(String query) {
        var typed = query.substring(query.indexOf('=') + 1);

        assertThat(page("?" + query)).contains("finns inte i loggen");
        assertThat(log.page(VANSBRO, LogQuery.ALL, 5))
                .extracting(LogLine::object)
                .doesNotContain(typed)
                .contains(VANSBRO.toString());
    }

    @Test
    void showsNothingOfOtherPlaces() {
        var hidden = UUID.randomUUID().toString();
        var there = actor(new PlaceCode("2480"), Role.QUALITY_DEVELOPER, "Någon annanstans");
        log.record(there, "READ_CASE", Purpose.FOLLOW_UP, hidden, there.place());

        assertThat(page("?galler=" + hidden + "&handelse=READ_CASE")).contains("Ingen rad stämmer");
    }

    @Test
    void filtersByPersonCasePurposeEventAndDay() {
        var id = UUID.randomUUID().toString();
        write("READ_CASE", id, Purpose.SUPERVISION);
        var person = "?vem=" + developer.id();
        var today = LocalDate.now(clock);

        assertThat(rows(page(person)))
                .as("opened, read a case, and is now looked up in the log")
                .isEqualTo(3);
        assertThat(rows(page(person + "&galler=" + id))).isEqualTo(1);
        assertThat(rows(page(person + "&andamal=SUPERVISION"))).isEqualTo(1);
        assertThat(rows(page(person + "&andamal=SELF_AUDIT"))).isZero();
        assertThat(rows(page(person + "&handelse=READ_CASE"))).isEqualTo(1);
        assertThat(rows(page(person + "&handelse=READ_CASE&fran=" + today + "&till=" + today)))
                .isEqualTo(1);
        assertThat(rows(page(person + "&handelse=READ_CASE&till=" + today.minusDays(1))))
                .isZero();
        assertThat(page(person + "&fran=igår")).contains("Ett datum går inte att läsa");
    }

    @Test
    void leafsThroughAllLinesInsteadOfCuttingThem() {
        var id = UUID.randomUUID().toString();
        for (int i = 0; i < LogController.ON_A_PAGE + 3; i++) {
            write("READ_CASE", id, Purpose.FOLLOW_UP);
        }
        var filter = "?handelse=READ_CASE&galler=" + id;
        var first = page(filter);
        assertThat(rows(first)).isEqualTo(LogController.ON_A_PAGE);
        assertThat(first).contains("53 rader", "Äldre rader").doesNotContain("Till de nyaste");

        var older = Pattern.compile("href=\"/logg(\\?[^\"]*fore=\\d+)\"").matcher(first);
        assertThat(older.find()).isTrue();
        var last = page(older.group(1).replace("&amp;", "&"));
        assertThat(rows(last)).isEqualTo(3);
        assertThat(last).contains("Till de nyaste", "53 rader").doesNotContain("Äldre rader");
    }

    @Test
    void needsAsManyStatementsForManyLinesAsForFew() {
        page("");
        var few = StatementCount.during(() -> page("?vem=" + developer.id()));
        for (int i = 0; i < LogController.ON_A_PAGE; i++) {
            write("READ_CASE", UUID.randomUUID().toString(), Purpose.FOLLOW_UP);
            actor(VANSBRO, Role.QUALITY_DEVELOPER, "Fler");
        }
        var many = StatementCount.during(() -> page("?vem=" + developer.id()));

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(10);
    }

    private Actor actor(PlaceCode place, Role role, String called) {
        return accounts.open(
                "log-" + UUID.randomUUID(), UUID.randomUUID().toString(), called, role, place, Optional.empty());
    }

    private void write(String event, String object, Purpose purpose) {
        log.record(developer, event, purpose, object, VANSBRO);
    }

    private static long rows(String page) {
        return ROW.matcher(page).results().count();
    }

    private String page(String query) {
        try {
            var answer = pages.get().uri("/logg" + query).with(user(reviewer)).exchange();
            assertThat(answer).hasStatusOk();
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException never) {
            throw new IllegalStateException(never);
        }
    }
}
