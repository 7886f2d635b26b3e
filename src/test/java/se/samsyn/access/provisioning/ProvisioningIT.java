package se.samsyn.access.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.core.context.SecurityContextHolder;
import se.samsyn.SignedInAs;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Accounts;
import se.samsyn.access.LogLine;
import se.samsyn.access.Role;
import se.samsyn.access.provisioning.SyncPlan.Kind;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.Unit;
import se.samsyn.organisation.UnitKind;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ProvisioningIT {

    private static final String HEADER = "användarnamn;namn;roll;plats;enhet;externt id;aktiv\n";

    /** A municipality that no other test has accounts in. */
    private static final PlaceCode PLACE = new PlaceCode("1440");

    @Autowired
    private Provisioning provisioning;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organisations organisations;

    @Autowired
    private AccessLog log;

    @Autowired
    private Access access;

    @Autowired
    private SyncWords words;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private String own = "";

    @BeforeEach
    void begin() {
        SecurityContextHolder.clearContext();
        for (var listed : accounts.within(PLACE)) {
            if (listed.active()) {
                accounts.activate(listed.actor().id(), false);
            }
        }
        own = "admin-" + mark;
        accounts.open(own, "en lång ramsa om höst", "Adam", Role.ADMINISTRATOR, PLACE, Optional.empty());
        SignedInAs.thread(accounts.loadUserByUsername(own));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void opensChangesAndClosesWhatTheFileSays() throws IOException {
        var unit = unit("Norra");
        var file = HEADER + "a-" + mark + ";Anna Ek;handläggare;;Norra;SE-" + mark + ";\nb-" + mark
                + ";Bo Al;kvalitetsutvecklare;;;;ja\n";
        var plan = plan(file, Listing.PART);
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.count(Kind.OPEN)).isEqualTo(2);
        assertThat(listed("a-" + mark)).isEmpty();

        assertThat(follow(file, Listing.PART, plan)).isTrue();
        assertThat(listed("a-" + mark)).hasValueSatisfying(account -> {
            assertThat(account.actor().unit()).contains(unit.id());
            assertThat(account.externalId()).contains("SE-" + mark);
        });
        assertThat(plan(file, Listing.PART).steps()).isEmpty();

        var session = accounts.loadUserByUsername("b-" + mark);
        var next = HEADER + "a-" + mark + ";Anna Ek;kvalitetsutvecklare;;;SE-" + mark + ";\n";
        var whole = plan(next, Listing.WHOLE);
        assertThat(whole.steps()).extracting(SyncPlan.Step::kind).containsExactly(Kind.CHANGE, Kind.CLOSE);
        assertThat(follow(next, Listing.WHOLE, whole)).isTrue();
        assertThat(listed("b-" + mark).orElseThrow().active()).isFalse();
        assertThat(listed(own).orElseThrow().active()).isTrue();
        SignedInAs.thread(session);
        assertThat(access.findActor()).isEmpty();
        SecurityContextHolder.clearContext();
        assertThat(log.latest(PLACE, 10))
                .extracting(LogLine::event)
                .contains("SYNC_ACCOUNTS", "CHANGE_ACCOUNT", "CLOSE_ACCOUNT", "OPEN_ACCOUNT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x;Namn;administratör;;;;|användarnamn|bad-username",
                "MARK;;administratör;;;;|namn|no-name",
                "MARK;Namn;kung;;;;|roll|unknown-role",
                "MARK;Namn;nationell analytiker;;;;|roll|role-not-there",
                "MARK;Namn;administratör;9999;;;|plats|unknown-place",
                "MARK;Namn;administratör;144;;;|plats|unknown-place",
                "MARK;Namn;administratör;2080;;;|plats|outside",
                "MARK;Namn;administratör;SE;;;|plats|outside",
                "MARK;Namn;handläggare;;;;|enhet|no-unit",
                "MARK;Namn;handläggare;;Finns inte;;|enhet|unknown-unit",
                "MARK;Namn;administratör;;;8112189876;|externt id|bad-external-id",
                "MARK;Namn;administratör;;;19811218-9876;|externt id|bad-external-id",
                "MARK;Namn;administratör;;;;kanske|aktiv|unknown-active"
            })
    void saysWhereAndWhatIsWrong(String row, String column, String fault) throws IOException {
        var plan = plan(HEADER + row.replace("MARK", "m-" + mark) + "\n", Listing.PART);

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.fault().code()).isEqualTo(fault);
            assertThat(words.of(problem, Locale.of("sv"))).startsWith("Rad 2, kolumn " + column + ":");
        });
    }

    @Test
    void doesNothingOfAFileWithOneFault() throws IOException {
        var file = HEADER + "a-" + mark + ";Anna;administratör;;;;\nb-" + mark + ";Bo;kung;;;;\n";
        var plan = plan(file, Listing.PART);

        assertThat(follow(file, Listing.PART, plan)).isFalse();
        assertThat(listed("a-" + mark)).isEmpty();
    }

    @Test
    void refusesDuplicatesAndWhatOthersHave() throws IOException {
        accounts.open(
                "far-" + mark, "en lång ramsa om höst", "F", Role.AUDITOR, new PlaceCode("2080"), Optional.empty());
        var plan = plan(
                HEADER + "a-" + mark + ";A;administratör;;;E-" + mark + ";\na-" + mark + ";A;administratör;;;e-" + mark
                        + ";\nfar-" + mark + ";F;administratör;;;;\n",
                Listing.PART);

        assertThat(plan.problems())
                .extracting(problem -> problem.fault().code())
                .containsExactly("username-twice", "external-id-twice", "username-elsewhere");
    }

    @Test
    void refusesAnEmptyFileAndOneWithoutItsColumns() throws IOException {
        assertThat(plan("", Listing.WHOLE).problems()).isNotEmpty();
        assertThat(plan(HEADER, Listing.WHOLE).problems()).isNotEmpty();
        assertThat(plan("namn;roll\nA;B\n", Listing.WHOLE).problems()).isNotEmpty();
        assertThat(plan("", Listing.WHOLE).steps()).isEmpty();
    }

    @Test
    void doesNotCloseOrChangeTheOneWhoAsks() throws IOException {
        var closing = plan(HEADER + own + ";Adam;administratör;;;;nej\n", Listing.PART);
        var changing = plan(HEADER + own + ";Adam;logggranskare;;;;\n", Listing.PART);

        for (var plan : List.of(closing, changing)) {
            assertThat(plan.problems())
                    .extracting(problem -> problem.fault().code())
                    .containsExactly("yourself");
        }
        assertThat(plan(HEADER + own + ";Adam;administratör;;;;\n", Listing.WHOLE)
                        .problems())
                .isEmpty();
    }

    @Test
    void tellsWhenManyWouldBeClosed() throws IOException {
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < 8; i++) {
            file.append("n").append(i).append("-").append(mark).append(";N;logggranskare;;;;\n");
        }
        assertThat(follow(file.toString(), Listing.PART, plan(file.toString(), Listing.PART)))
                .isTrue();
        var few = plan(HEADER + "n0-" + mark + ";N;logggranskare;;;;\n", Listing.WHOLE);

        assertThat(few.count(Kind.CLOSE)).isEqualTo(7);
        assertThat(few.closesMany()).isTrue();
    }

    @Test
    void doesNothingIfSomethingHasComeBetween() throws IOException {
        var file = HEADER + "a-" + mark + ";Anna;administratör;;;;\n";
        var shown = plan(file, Listing.PART);
        accounts.open("a-" + mark, "en lång ramsa om höst", "Annan", Role.AUDITOR, PLACE, Optional.empty());

        assertThat(follow(file, Listing.PART, shown)).isFalse();
        assertThat(listed("a-" + mark).orElseThrow().actor().name()).isEqualTo("Annan");
    }

    private SyncPlan plan(String file, Listing listing) throws IOException {
        return provisioning.plan(file.getBytes(StandardCharsets.UTF_8), listing, PLACE);
    }

    private boolean follow(String file, Listing listing, SyncPlan shown) throws IOException {
        return provisioning.follow(file.getBytes(StandardCharsets.UTF_8), listing, PLACE, shown);
    }

    private Optional<Accounts.Listed> listed(String username) {
        return accounts.within(PLACE).stream()
                .filter(listed -> listed.username().equals(username))
                .findFirst();
    }

    private Unit unit(String name) {
        return organisations.units(PLACE).stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseGet(() -> organisations.open(
                        organisations.found("Nämnd " + mark, OrganisationKind.MUNICIPAL, PLACE),
                        name,
                        UnitKind.AUTHORITY,
                        ServiceArea.VIOLENCE,
                        PLACE));
    }
}
