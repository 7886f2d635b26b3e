package se.samsyn.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samsyn.instrument.FormExamples.key;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsyn.access.Accounts;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Role;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
class InstrumentsIT {

    private static final InstrumentKey VALD = new InstrumentKey("vald");
    private static final PlaceCode FALUN = new PlaceCode("2080");
    private static final PlaceCode MORA = new PlaceCode("2062");
    private static final PlaceCode LUDVIKA = new PlaceCode("2085");
    private static final PlaceCode GAVLE = new PlaceCode("2180");
    private static final PlaceCode GAVLEBORG = new PlaceCode("21");

    @Autowired
    private Instruments instruments;

    @Autowired
    private ReadyInstruments ready;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void hasTheReadyInstrumentsInUseForTheNation() {
        assertThat(instruments.all())
                .extracting(instrument -> instrument.key().value())
                .contains("allman", "barn", "boende", "missbruk", "vald");
        assertThat(instruments.inUse(VALD, new PlaceCode("0180")).id().owner()).isEqualTo(PlaceCode.NATION);
    }

    @Test
    void loadsAChangedResourceAsANewVersionAndAnUnchangedOneNotAtAll() {
        InstrumentKey key =
                new InstrumentKey("prov-" + UUID.randomUUID().toString().substring(0, 8));
        Form first = FormExamples.everyType().as(new FormId(key, PlaceCode.NATION, 1));
        load(first);
        load(first);
        assertThat(instruments.versions(key, PlaceCode.NATION)).hasSize(1);
        load(new Form(
                first.id(), new Wording("Annat", "Other"), first.description(), 2, first.questions(), first.scales()));
        assertThat(instruments.versions(key, PlaceCode.NATION))
                .extracting(version -> version.id().number() + " " + version.status())
                .containsExactly("2 IN_USE", "1 RETIRED");
        assertThat(instruments.version(first.id())).isEqualTo(first);
        assertThat(instruments.formsInUse(key))
                .extracting(form -> form.id().number())
                .containsExactly(2, 1);
    }

    @Test
    void takesALocalVersionFromDraftIntoUse() {
        signIn(Role.QUALITY_DEVELOPER, FALUN);
        Form draft = instruments.startDraft(VALD, FALUN);
        assertThat(instruments.startDraft(VALD, FALUN)).isEqualTo(draft);
        instruments.put(VALD, local(FALUN, "x2080_a"));
        instruments.put(VALD, local(FALUN, "x2080_b"));
        instruments.moveUp(VALD, FALUN, key("x2080_b"));
        assertThat(instruments.inUse(VALD, FALUN).localVariables()).isEmpty();
        assertThat(instruments.takeIntoUse(VALD, FALUN)).isEqualTo(new TakeIntoUse.Taken(draft.id()));
        assertThat(instruments.inUse(VALD, FALUN).localVariables())
                .extracting(variable -> variable.key().value())
                .containsExactly("x2080_b", "x2080_a");
        assertThat(instruments.inUse(VALD, new PlaceCode("2081")).localVariables())
                .isEmpty();
        assertThat(instruments.freshKey(VALD, FALUN, "A")).isEqualTo(key("x2080_a_2"));
    }

    @Test
    void keepsAVersionThatHasBeenUsedAsItWas() {
        for (String change : List.of(
                "update instrument_version set form = '{}' where instrument = 'vald' and owner = 'SE'",
                "update instrument_version set number = 99 where instrument = 'vald' and owner = 'SE'",
                "update instrument_version set status = 'DRAFT', used_from = null where instrument = 'vald' and owner = 'SE'",
                "delete from instrument_version where instrument = 'vald' and owner = 'SE'")) {
            assertThatThrownBy(() -> sql.sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("has been used and cannot change");
        }
    }

    @Test
    void refusesADraftWithTooManyLocalVariables() {
        signIn(Role.QUALITY_DEVELOPER, MORA);
        instruments.startDraft(VALD, MORA);
        for (int i = 0; i < 11; i++) {
            instruments.put(VALD, local(MORA, "x2062_v" + i));
        }
        assertThat(instruments.takeIntoUse(VALD, MORA))
                .isEqualTo(new TakeIntoUse.Refused(
                        List.of(new Flaw("vald", "instrument.flaw.too-many-local", List.of("11", "10")))));
        instruments.remove(VALD, MORA, key("x2062_v3"));
        assertThat(instruments.takeIntoUse(VALD, MORA)).isInstanceOf(TakeIntoUse.Taken.class);
    }

    @Test
    void refusesToChangeTheTypeOfAVariableThatHasBeenUsed() {
        signIn(Role.QUALITY_DEVELOPER, LUDVIKA);
        instruments.startDraft(VALD, LUDVIKA);
        instruments.put(VALD, local(LUDVIKA, "x2085_a"));
        instruments.takeIntoUse(VALD, LUDVIKA);
        instruments.startDraft(VALD, LUDVIKA);
        Question other = local(LUDVIKA, "x2085_a");
        instruments.put(
                VALD,
                new Question(
                        other.key(),
                        LUDVIKA,
                        new QuestionType.Text(10),
                        other.theme(),
                        other.phases(),
                        other.text(),
                        other.why(),
                        other.help(),
                        other.direction(),
                        other.necessity(),
                        other.special(),
                        other.showIf()));
        assertThat(instruments.takeIntoUse(VALD, LUDVIKA))
                .isInstanceOfSatisfying(
                        TakeIntoUse.Refused.class,
                        refused -> assertThat(refused.flaws())
                                .extracting(Flaw::code)
                                .containsExactly("instrument.flaw.type-changed"));
    }

    @Test
    void buildsTheMunicipalitysVersionOnItsRegions() {
        signIn(Role.REGIONAL_ANALYST, GAVLEBORG);
        instruments.startDraft(VALD, GAVLEBORG);
        instruments.put(VALD, local(GAVLEBORG, "x21_lan"));
        instruments.takeIntoUse(VALD, GAVLEBORG);
        signIn(Role.QUALITY_DEVELOPER, GAVLE);
        assertThat(instruments.inUse(VALD, GAVLE).id().owner()).isEqualTo(GAVLEBORG);
        instruments.startDraft(VALD, GAVLE);
        instruments.put(VALD, local(GAVLE, "x2180_egen"));
        instruments.takeIntoUse(VALD, GAVLE);
        assertThat(instruments.inUse(VALD, GAVLE).localVariables())
                .extracting(variable -> variable.key().value())
                .containsExactly("x21_lan", "x2180_egen");
        assertThat(instruments.newerAbove(VALD, GAVLE)).isFalse();
        signIn(Role.REGIONAL_ANALYST, GAVLEBORG);
        instruments.startDraft(VALD, GAVLEBORG);
        instruments.put(VALD, local(GAVLEBORG, "x21_ny"));
        instruments.takeIntoUse(VALD, GAVLEBORG);
        assertThat(instruments.newerAbove(VALD, GAVLE)).isTrue();
        signIn(Role.QUALITY_DEVELOPER, GAVLE);
        assertThat(instruments.startDraft(VALD, GAVLE).localVariables())
                .extracting(variable -> variable.key().value())
                .containsExactly("x21_lan", "x21_ny", "x2180_egen");
    }

    @Test
    void letsNobodyElseEditAndNobodyTouchTheCommonVariables() {
        signIn(Role.QUALITY_DEVELOPER, FALUN);
        assertThatThrownBy(() -> instruments.startDraft(VALD, MORA)).isInstanceOf(NotFoundOrDenied.class);
        assertThatThrownBy(() -> instruments.startDraft(VALD, PlaceCode.NATION)).isInstanceOf(NotFoundOrDenied.class);
        instruments.startDraft(VALD, FALUN);
        assertThatThrownBy(() -> instruments.remove(VALD, FALUN, key("trygghet")))
                .isInstanceOf(NotFoundOrDenied.class);
        assertThatThrownBy(() -> instruments.put(VALD, local(FALUN, "trygghet")))
                .isInstanceOf(IllegalArgumentException.class);
        signIn(Role.AUDITOR, FALUN);
        assertThatThrownBy(() -> instruments.discardDraft(VALD, FALUN)).isInstanceOf(NotFoundOrDenied.class);
    }

    private void load(Form form) {
        transaction.executeWithoutResult(status -> ready.load(form));
    }

    private void signIn(Role role, PlaceCode place) {
        String username = "instrument-" + UUID.randomUUID();
        accounts.open(username, "en lång och bra fras", "Prov", role, place, Optional.empty());
        var user = accounts.loadUserByUsername(username);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    }

    private static Question local(PlaceCode owner, String key) {
        return new Question(
                key(key),
                owner,
                new QuestionType.YesNo(),
                Theme.NEED,
                Set.of(Phase.BEFORE),
                Wording.same("Fråga " + key),
                Optional.of(Wording.same("Därför")),
                Optional.empty(),
                Direction.NONE,
                Question.Necessity.OPTIONAL,
                Set.of(SpecialAnswer.UNKNOWN),
                Rule.ALWAYS);
    }
}
