package se.samsyn.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import se.samsyn.SignedInAs;
import se.samsyn.access.AccessLog;
import se.samsyn.access.LogLine;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.PlaceWords;
import se.samsyn.access.Role;
import se.samsyn.database.RowScope;
import se.samsyn.followup.handout.CaseField;
import se.samsyn.followup.handout.Extract;
import se.samsyn.followup.handout.ExtractFiles;
import se.samsyn.followup.handout.Extracts;
import se.samsyn.followup.handout.Extracts.Carrier;
import se.samsyn.followup.handout.Extracts.Handover;
import se.samsyn.followup.handout.Handout.State;
import se.samsyn.followup.handout.HandoutFile;
import se.samsyn.followup.handout.HandoutFiles;
import se.samsyn.followup.handout.HandoutOutcome;
import se.samsyn.followup.handout.HandoutWish;
import se.samsyn.followup.handout.HandoutWish.Inclusion;
import se.samsyn.followup.handout.Handouts;
import se.samsyn.instrument.Phase;

/** What leaves about persons leaves by two persons, once, marked in their names; and all about one case for the one it is about. */
class HandoutIT extends SignedInCaseworker {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final String REASON = "Beslut om uppföljning av samverkan";

    @TempDir
    private Path folder = Path.of("");

    @Autowired
    private Handouts handouts;

    @Autowired
    private HandoutFiles files;

    @Autowired
    private Extracts extracts;

    @Autowired
    private ExtractFiles extractFiles;

    @Autowired
    private PlaceWords places;

    @Autowired
    private AccessLog log;

    @Autowired
    private JdbcClient sql;

    private UserDetails manager;
    private UserDetails second;

    @BeforeEach
    void people() {
        manager = SignedInAs.of(accounts, Role.UNIT_MANAGER, unit);
        second = SignedInAs.of(accounts, Role.QUALITY_DEVELOPER, unit);
        cases.open(OpenedCases.wish(unit, "A-1", today.minusDays(20)));
        cases.open(OpenedCases.wish(unit, "A-2", today.minusDays(10)));
        cases.open(OpenedCases.wish(unit, "A-3", today.minusDays(400)));
        cases.open(OpenedCases.protectedWish(unit, today.minusDays(5)));
    }

    @Test
    void takesTwoAndIsMarkedInBothNames() throws IOException {
        var id = asked(Inclusion.LEFT_OUT, CaseField.LOCAL_ID, CaseField.SEX);
        assertThat(handouts.approve(id)).isInstanceOf(HandoutOutcome.Refused.class);
        assertThat(handouts.fetch(id)).isInstanceOf(HandoutOutcome.Refused.class);
        SignedInAs.thread(second);
        assertThat(handouts.approve(id)).isInstanceOf(HandoutOutcome.Done.class);
        assertThatThrownBy(() -> handouts.fetch(id)).isInstanceOf(NotFoundOrDenied.class);
        SignedInAs.thread(manager);

        var file = ((HandoutOutcome.Fetched) handouts.fetch(id)).file();

        assertThat(file.persons()).isEqualTo(2);
        assertThat(file.head()).containsExactly("Beteckning", "Kön", "Utlämnande");
        assertThat(file.rows())
                .allSatisfy(row -> assertThat(row.getLast()).contains("begärt av Prov, godkänt av Prov"));
        var csv = files.csv(file);
        assertThat(csv)
                .contains("Begärt av;Prov")
                .contains("Godkänt av;Prov")
                .contains(REASON)
                .contains("A-2;Kvinna");
        assertThat(sheets(file)).contains("A-2").contains("nt av Prov, h").contains("Nr " + file.number());
        assertThat(handouts.fetch(id)).isInstanceOf(HandoutOutcome.Refused.class);
        assertThat(handouts.state(handouts.find(id))).isEqualTo(State.FETCHED);
        assertThat(events()).contains("REQUEST_HANDOUT", "APPROVED_HANDOUT", "HAND_OUT_CASE", "FETCHED_HANDOUT");
    }

    @Test
    void leavesProtectedPersonsOutUnlessAManagerChoseThemAndNeverTellsTheirIds() {
        var id = asked(Inclusion.INCLUDED, CaseField.LOCAL_ID, CaseField.OPENED);
        SignedInAs.thread(second);
        handouts.approve(id);
        SignedInAs.thread(manager);

        var file = ((HandoutOutcome.Fetched) handouts.fetch(id)).file();

        assertThat(file.persons()).isEqualTo(3);
        assertThat(file.rows()).filteredOn(row -> row.getFirst().isEmpty()).hasSize(1);
        assertThat(files.csv(file))
                .contains("Personer med skyddad identitet är med")
                .contains(places.words(unit.municipality().region(), Optional.empty()))
                .doesNotContain(places.words(unit.municipality(), Optional.empty()));
    }

    @Test
    void isOfTheCasesThereWereWhenItWasAskedFor() {
        var id = asked(Inclusion.LEFT_OUT, CaseField.LOCAL_ID);
        assertThat(handouts.find(id).found()).isEqualTo(2);
        SignedInAs.thread(caseworker);
        opened("A-9");
        SignedInAs.thread(second);
        handouts.approve(id);
        SignedInAs.thread(manager);

        var file = ((HandoutOutcome.Fetched) handouts.fetch(id)).file();

        assertThat(file.rows()).extracting(List::getFirst).containsExactlyInAnyOrder("A-1", "A-2");
        var nobody = new HandoutWish(
                unit.id(),
                OpenedCases.GENERAL,
                today.minusDays(90),
                today.minusDays(80),
                List.of(CaseField.SEX.key()),
                Inclusion.LEFT_OUT,
                REASON,
                "Region Dalarna, FoU");
        assertThat(((HandoutOutcome.Refused) handouts.ask(nobody)).reasons())
                .extracting(Refusal::message)
                .containsExactly("followup.handout.refused.nobody");
    }

    @Test
    void isOverAfterADayOrWhenRevoked() {
        var old = asked(Inclusion.LEFT_OUT, CaseField.SEX);
        RowScope.working(
                Set.of(unit.id()),
                RowScope.Task.KEEP,
                "test",
                () -> sql.sql("update followup_handout set asked_at = asked_at - interval '25 hours' where id = :id")
                        .param("id", old)
                        .update());
        SignedInAs.thread(second);
        assertThat(handouts.state(handouts.find(old))).isEqualTo(State.EXPIRED);
        assertThat(handouts.approve(old)).isInstanceOf(HandoutOutcome.Refused.class);
        var revoked = asked(Inclusion.LEFT_OUT, CaseField.SEX);
        SignedInAs.thread(second);
        handouts.approve(revoked);
        assertThat(handouts.revoke(revoked)).isInstanceOf(HandoutOutcome.Done.class);
        SignedInAs.thread(manager);
        assertThat(handouts.fetch(revoked)).isInstanceOf(HandoutOutcome.Refused.class);
    }

    @Test
    void refusesAWishWithoutReasonRecipientPeriodOrParticulars() {
        SignedInAs.thread(manager);
        var wish = new HandoutWish(
                unit.id(),
                OpenedCases.GENERAL,
                today,
                today.minusDays(1),
                List.of("case:SEX", "finns-inte"),
                Inclusion.LEFT_OUT,
                "kort",
                "811218-9876");

        assertThat(((HandoutOutcome.Refused) handouts.ask(wish)).reasons())
                .extracting(Refusal::field)
                .containsExactlyInAnyOrder("since", "variables", "reason", "recipient");
    }

    @Test
    void letsNobodyElseAskOrSee() {
        var id = asked(Inclusion.LEFT_OUT, CaseField.SEX);
        SignedInAs.thread(second);
        assertThatThrownBy(() -> handouts.ask(wish(Inclusion.LEFT_OUT, CaseField.SEX)))
                .isInstanceOf(NotFoundOrDenied.class);
        SignedInAs.thread(caseworker);
        assertThatThrownBy(() -> handouts.find(id)).isInstanceOf(NotFoundOrDenied.class);
        SignedInAs.thread(SignedInAs.of(accounts, Role.UNIT_MANAGER, SignedInAs.unit(organisations)));
        assertThatThrownBy(() -> handouts.find(id)).isInstanceOf(NotFoundOrDenied.class);
        assertThatThrownBy(() -> handouts.approve(id)).isInstanceOf(NotFoundOrDenied.class);
        assertThat(handouts.latest()).isEmpty();
    }

    @Test
    void tellsThePersonEverythingInWords() {
        var of = opened("B-1");
        occasions.begin(of.id(), Phase.BEFORE, today);
        support.start(of.id(), InterventionKind.SHELTER, today);
        support.set(of.id(), OpenedCases.goal("Sova lugnt", GoalWeight.OVERALL, today));

        var extract =
                extracts.make(of.id(), Handover.UNSAID, Carrier.PAGE, SWEDISH).orElseThrow();

        assertThat(extract.parts())
                .extracting(Extract.Part::title)
                .contains("Ärendet", "Insatser", "Vem har läst och ändrat");
        var text = extractFiles.text(extract, SWEDISH);
        assertThat(text).contains("B-1").contains("Kvinna").contains("1990").contains("Sova lugnt");
        assertThat(text).contains("Handläggare: Öppnade ett ärende. Uppföljning");
        assertThat(text).contains("Den enskildes rätt till tillgång").contains("Ärendet pågår");
        assertThat(extractFiles.json(extract))
                .contains("\"ofCase\" : \"" + of.id() + "\"")
                .contains("Sova lugnt");
        assertThat(extractFiles.csv(extract, SWEDISH)).contains(";Beteckning;B-1");
        assertThat(extract.toString()).doesNotContain("Sova");
        assertThat(log.latest(unit.municipality(), 50))
                .filteredOn(line -> of.id().toString().equals(line.object()))
                .extracting(LogLine::event)
                .contains("GIVE_ACCESS", "READ_CASE");
    }

    @Test
    void isTakenAwayAsAFileByTheManagerAlone() {
        var of = opened("B-2");
        assertThatThrownBy(() -> extracts.make(of.id(), Handover.UNSAID, Carrier.FILE, SWEDISH))
                .isInstanceOf(NotFoundOrDenied.class);
        assertThat(extracts.mayTake(extracts.make(of.id(), Handover.UNSAID, Carrier.PAGE, SWEDISH)
                        .orElseThrow()))
                .isFalse();
        SignedInAs.thread(manager);

        var extract =
                extracts.make(of.id(), Handover.UNSAID, Carrier.FILE, SWEDISH).orElseThrow();

        assertThat(extracts.mayTake(extract)).isTrue();
        assertThat(extractFiles.text(extract, SWEDISH)).contains("Gjort ").contains(" av Prov");
        assertThat(extractFiles.csv(extract, SWEDISH)).contains(" av Prov");
        assertThat(events()).contains("TAKE_EXTRACT");
    }

    @Test
    void asksFirstHowAProtectedPersonGetsIt() {
        var of = OpenedCases.done(Case.class, cases.open(OpenedCases.protectedWish(unit, today)));

        assertThat(extracts.make(of.id(), Handover.UNSAID, Carrier.PAGE, SWEDISH))
                .isEmpty();
        var extract = extracts.make(of.id(), Handover.CONFIRMED, Carrier.PAGE, SWEDISH)
                .orElseThrow();
        assertThat(extractFiles.text(extract, SWEDISH))
                .contains("Skyddad identitet")
                .doesNotContain("Födelseår")
                .doesNotContain(places.words(unit.municipality(), Optional.empty()));
        SignedInAs.thread(second);
        assertThatThrownBy(() -> extracts.make(of.id(), Handover.CONFIRMED, Carrier.PAGE, SWEDISH))
                .isInstanceOf(NotFoundOrDenied.class);
    }

    private UUID asked(Inclusion hidden, CaseField... fields) {
        SignedInAs.thread(manager);
        return ((HandoutOutcome.Done) handouts.ask(wish(hidden, fields))).id();
    }

    private HandoutWish wish(Inclusion hidden, CaseField... fields) {
        return new HandoutWish(
                unit.id(),
                OpenedCases.GENERAL,
                today.minusDays(30),
                today,
                List.of(fields).stream().map(CaseField::key).toList(),
                hidden,
                REASON,
                "Region Dalarna, FoU");
    }

    private List<String> events() {
        return log.latest(unit.municipality(), 200).stream().map(LogLine::event).toList();
    }

    /** All text of a workbook. */
    private String sheets(HandoutFile file) throws IOException {
        var workbook = folder.resolve("workbook.xlsx");
        try (var out = Files.newOutputStream(workbook)) {
            files.xlsx(file, out);
        }
        var text = new StringBuilder();
        try (var zip = new ZipFile(workbook.toFile())) {
            for (var entry : zip.stream().toList()) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
