package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.samsyn.access.Role;
import se.samsyn.database.RowScope;
import se.samsyn.database.TestDatabase;
import se.samsyn.kernel.PlaceCode;

/** Every address that reads about persons, changes something, takes something out or is denied leaves a line in the log. */
@SpringBootTest(
        properties = {
            "samsyn.demo=true",
            "samsyn.test.own-database=true",
            "samsyn.data=target/logged-doors",
            "samsyn.results.age=PT0S"
        })
@AutoConfigureMockMvc
@Import({AddressExamples.class, AddressExamples.Doors.class})
class EveryDoorIsLoggedIT {

    /** The addresses that leave no line when one is let in, and why. A refusal there leaves one all the same. */
    private static final Map<String, String> SILENT = Arrays.stream("""
            GET / | leads on to the first page of the menu
            GET /andamal | a form alone; the purpose stands on every line of the reading that follows
            POST /andamal | as above
            GET /arenden/nytt | an empty form
            GET /arenden/sok | an empty form; looking up is posted, and logged
            POST /arenden/{case}/ateroppna | a conflict, which changes and shows nothing; reopening is logged
            POST /tillfallen/{occasion}/ateroppna | a conflict, which changes and shows nothing; reopening is logged
            POST /formular/{key}/utkast/ta-i-bruk | refused: the draft says nothing new; one that is taken into use is logged
            POST /losenord | refused: the two new ones differ; a change, and a wrong present one, are logged
            GET /losenord | a form alone
            GET /konton | staff, not clients
            GET /konton/fil | an empty form
            POST /konton/fil | a plan or its faults, about staff; carrying it out is logged
            POST /konton/fil/gor | refused: there is no plan; carrying one out is logged
            GET /tvasteg | the own second step
            POST /tvasteg | refused: no such code; a second step that is taken is logged
            GET /sessioner | the own sessions
            GET /gallring/forslag/{erasure} | ids, rules and days; proposing and deciding are logged
            POST /gallring/forslag/{erasure}/avsla | refused: it is decided already; declining is logged
            POST /gallring/forslag/{erasure}/aterta | refused: it is decided already; withdrawing is logged
            GET /gallring/regler | rules alone
            GET /utlamnande | what has been asked for, without what it holds
            GET /utlamnande/nytt | an empty form
            GET /utlamnande/{handout} | what has been asked for, without what it holds
            POST /utlamnande/{handout}/avsla | refused: it is decided already; declining is logged
            POST /utlamnande/{handout}/hamta | refused: it cannot be fetched now; fetching is logged
            GET /registerutdrag/{case} | asks who wants it; making it is logged
            GET /fryst | protected tables, which hold no persons
            GET /loggkontroll | months and days alone
            POST /loggkontroll | the month is drawn already; drawing is logged (ChecksIT)
            POST /loggkontroll/{check} | nothing was marked; marking is logged (ChecksIT)
            GET /import | units and names of mappings
            GET /resultat | protected tables, which hold no persons; open ones are logged
            GET /korstabell | no question yet; every question is logged
            POST /korstabell/spara | a bookmark of a question; every question is logged
            GET /register | codebooks
            POST /register | refused: the file is no register; a register that is taken in is logged
            GET /slapp | releases, which hold no persons
            POST /slapp | a draft of tables; a release is logged
            GET /indikatorer | published figures
            GET /indikatorer/{indicator} | published figures
            GET /jamfor/{indicator} | published figures
            GET /avvikelser | published figures
            GET /mal | published figures
            GET /kallor | published figures
            GET /egna-indikatorer | published figures
            POST /egna-indikatorer | refused: nothing was filled in; a definition is logged
            POST /egna-indikatorer/{indicator}/rakna | counts anew what is counted each night
            GET /vald-i-nara-relation | published figures
            GET /indikatorimport | a form alone
            POST /indikatorimport/kolada | refused: no such year; an import is logged
            POST /indikatorimport/pxweb | refused: no such choice; an import is logged
            POST /indikatorimport/karta | refused: the file is no map; boundaries taken in are logged
            GET /formular | forms without answers
            GET /formular/{key} | forms without answers
            GET /formular/{key}/forhandsgranska | forms without answers
            GET /formular/{key}/utkast | forms without answers
            GET /formular/{key}/utkast/fraga | forms without answers
            GET /formular/{key}/utkast/fraga/{variable} | forms without answers
            GET /formular/{key}/utkast/ta-i-bruk | forms without answers
            POST /formular/{key}/utkast/fraga | refused: nothing was filled in; a question that is saved is logged
            """.split("\n"))
            .filter(line -> !line.isBlank())
            .map(line -> line.split("\\|"))
            .collect(Collectors.toMap(parts -> parts[0].strip(), parts -> parts[1].strip()));

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private AddressExamples examples;

    @Autowired
    private JdbcClient sql;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        TestDatabase.ownProperties().forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void begin() {
        examples.begin();
    }

    @Test
    void whoIsLetInLeavesALine() {
        var wrong = new ArrayList<String>();
        for (var line : AddressesIT.table()) {
            var address = line.method() + " " + line.path();
            in(line).ifPresent(role -> {
                boolean logged = leavesALine(line, role, AddressExamples.At.HOME);
                if (logged == SILENT.containsKey(address)) {
                    wrong.add(address + (logged ? " leaves a line after all" : " leaves no line"));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoIsRefusedLeavesALine() {
        var wrong = new ArrayList<String>();
        for (var line : AddressesIT.table()) {
            for (var role : Role.values()) {
                if (isRefused(line.home(), role) && !leavesALine(line, role, AddressExamples.At.HOME)) {
                    wrong.add(line.method() + " " + line.path() + " " + role);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoReachesForAnothersLeavesALine() {
        var wrong = new ArrayList<String>();
        for (var line : AddressesIT.table()) {
            in(line).filter(role -> !line.elsewhere().equals("=") && isRefused(line.elsewhere(), role))
                    .filter(role -> !leavesALine(line, role, AddressExamples.At.ELSEWHERE))
                    .ifPresent(role -> wrong.add(line.method() + " " + line.path() + " " + role));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void allThatIsSilentStandsAmongTheAddresses() {
        assertThat(AddressesIT.table().stream().map(line -> line.method() + " " + line.path()))
                .containsAll(SILENT.keySet());
    }

    /** One who is let in. */
    private static Optional<Role> in(AddressesIT.Line line) {
        return Arrays.stream(Role.values())
                .filter(role -> !line.home().equals("open") && !isRefused(line.home(), role))
                .findFirst();
    }

    private static boolean isRefused(String letters, Role role) {
        return !letters.equals("*") && !letters.equals("open") && letters.indexOf(AddressesIT.letter(role)) < 0;
    }

    private boolean leavesALine(AddressesIT.Line line, Role role, AddressExamples.At at) {
        var before = newest();
        examples.send(pages, line.method(), line.path(), line.fields(), at, role, examples.person(role));
        return RowScope.compiling(
                PlaceCode.NATION,
                () -> sql.sql(
                                "select exists (select from access_log where number > :before and (actor = :actor or object = :actor::text))")
                        .param("before", before)
                        .param("actor", examples.actor(role).id().value())
                        .query(Boolean.class)
                        .single());
    }

    private long newest() {
        return RowScope.compiling(
                PlaceCode.NATION,
                () -> sql.sql("select max(number) from access_log")
                        .query(Long.class)
                        .single());
    }
}
