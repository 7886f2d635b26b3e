package se.samsyn.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

class AccessRulesTest {

    private static final PlaceCode FALUN = new PlaceCode("2080");
    private static final PlaceCode MORA = new PlaceCode("2062");
    private static final UnitId OWN = new UnitId(new UUID(0, 1));
    private static final UnitId OTHER = new UnitId(new UUID(0, 2));
    private static final UnitId PRIVATE = new UnitId(new UUID(0, 3));
    private static final AccessRules RULES = new AccessRules(PRIVATE::equals);

    private static final Set<Action> RESULTS = EnumSet.of(Action.READ_RESULTS, Action.EXPORT_TABLE);

    private static final Set<Action> ANALYSIS = EnumSet.of(
            Action.READ_RESULTS,
            Action.EXPORT_TABLE,
            Action.CROSS_TABLES,
            Action.IMPORT_REGISTER,
            Action.RELEASE_TABLES,
            Action.EDIT_INDICATORS,
            Action.IMPORT_INDICATORS);

    /** What each role may do in its own unit or place; everything else is denied. */
    private static final Map<Role, Set<Action>> OWN_PLACE = Map.of(
            Role.CASEWORKER,
            with(RESULTS, Action.READ_CASE, Action.WRITE_CASE, Action.READ_OPEN_RESULTS, Action.GIVE_ACCESS),
            Role.UNIT_MANAGER,
            with(
                    RESULTS,
                    Action.READ_CASE,
                    Action.IMPORT_CASES,
                    Action.READ_OPEN_RESULTS,
                    Action.READ_RETENTION,
                    Action.PROPOSE_ERASURE,
                    Action.DECIDE_ERASURE,
                    Action.REQUEST_HANDOUT,
                    Action.APPROVE_HANDOUT,
                    Action.INCLUDE_PROTECTED,
                    Action.GIVE_ACCESS),
            Role.QUALITY_DEVELOPER,
            with(
                    ANALYSIS,
                    Action.IMPORT_CASES,
                    Action.EDIT_INSTRUMENT,
                    Action.SET_RETENTION,
                    Action.READ_RETENTION,
                    Action.DECIDE_ERASURE,
                    Action.APPROVE_HANDOUT),
            Role.REGIONAL_ANALYST,
            with(ANALYSIS, Action.EDIT_INSTRUMENT),
            Role.NATIONAL_ANALYST,
            with(ANALYSIS, Action.EDIT_INSTRUMENT),
            Role.AUDITOR,
            EnumSet.of(Action.READ_LOG, Action.READ_RETENTION),
            Role.ADMINISTRATOR,
            EnumSet.of(Action.ADMINISTER, Action.SET_RETENTION, Action.READ_RETENTION));

    @ParameterizedTest
    @EnumSource(Role.class)
    void grantsInTheOwnPlaceWhatTheTableSaysAndNothingElse(Role role) {
        var actor = actor(role);
        for (var action : Action.values()) {
            var target = target(action, actor);
            assertThat(granted(actor, action, target))
                    .as("%s %s", role, action)
                    .isEqualTo(OWN_PLACE.getOrDefault(role, Set.of()).contains(action));
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void grantsNothingButProtectedResultsElsewhere(Role role) {
        var actor = new Actor(
                new ActorId(new UUID(1, 1)),
                "N",
                role,
                FALUN,
                role.boundToUnit() ? Optional.of(OWN) : Optional.empty());
        for (var action : Action.values()) {
            for (Target elsewhere : new Target[] {new Target.OfUnit(OTHER, MORA), new Target.OfPlace(MORA)}) {
                assertThat(granted(actor, action, elsewhere) && !RESULTS.contains(action))
                        .as("%s %s", role, action)
                        .isFalse();
            }
        }
    }

    /** What each action may be done for, by hand; supervision is the unit manager's. */
    private static final Map<Purpose, Set<Action>> FOR = Map.of(
            Purpose.FOLLOW_UP,
            with(ANALYSIS, Action.READ_CASE, Action.WRITE_CASE, Action.IMPORT_CASES, Action.READ_OPEN_RESULTS),
            Purpose.SELF_AUDIT,
            EnumSet.of(Action.READ_CASE),
            Purpose.SUPERVISION,
            EnumSet.of(Action.READ_CASE),
            Purpose.RIGHT_OF_ACCESS,
            EnumSet.of(Action.READ_CASE, Action.GIVE_ACCESS),
            Purpose.RETENTION,
            EnumSet.of(Action.READ_RETENTION, Action.PROPOSE_ERASURE, Action.DECIDE_ERASURE),
            Purpose.HANDOUT,
            EnumSet.of(Action.REQUEST_HANDOUT, Action.APPROVE_HANDOUT, Action.INCLUDE_PROTECTED),
            Purpose.LOG_REVIEW,
            EnumSet.of(Action.READ_LOG),
            Purpose.OPERATION,
            EnumSet.of(Action.EDIT_INSTRUMENT, Action.SET_RETENTION, Action.ADMINISTER));

    @ParameterizedTest
    @EnumSource(Role.class)
    void grantsNothingForAPurposeItIsNotDoneFor(Role role) {
        var actor = actor(role);
        for (var action : Action.values()) {
            for (var purpose : Purpose.values()) {
                boolean fits = FOR.getOrDefault(purpose, Set.of()).contains(action)
                        && (purpose != Purpose.SUPERVISION || role == Role.UNIT_MANAGER);
                assertThat(granted(actor, action, purpose, target(action, actor)))
                        .as("%s %s %s", role, action, purpose)
                        .isEqualTo(
                                fits && OWN_PLACE.getOrDefault(role, Set.of()).contains(action));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsNobodyReadCasesOfAnotherUnitInTheSameMunicipality(Role role) {
        var actor = actor(role);
        for (var action : new Action[] {Action.READ_CASE, Action.WRITE_CASE, Action.READ_OPEN_RESULTS}) {
            assertThat(granted(actor, action, new Target.OfUnit(OTHER, FALUN))).isFalse();
        }
    }

    /** A private performer answers for its own cases; the municipality sees what is compiled, and its log. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void letsNobodyOfTheMunicipalityDecideOfAPrivatePerformersCases(Role role) {
        var unit = new Target.OfUnit(PRIVATE, FALUN);
        var everybody = actor(role);
        for (var action : Action.values()) {
            boolean seen = Set.of(Action.READ_RESULTS, Action.EXPORT_TABLE).contains(action)
                    || ANALYSIS.contains(action)
                    || action == Action.EDIT_INSTRUMENT
                    || action == Action.SET_RETENTION
                    || action == Action.ADMINISTER
                    || (action == Action.READ_LOG && role == Role.AUDITOR)
                    || (action == Action.READ_RETENTION && role == Role.AUDITOR);
            assertThat(granted(everybody, action, unit) && !seen)
                    .as("%s %s", role, action)
                    .isFalse();
        }
    }

    private static Target target(Action action, Actor actor) {
        return switch (action) {
            case READ_CASE,
                    WRITE_CASE,
                    IMPORT_CASES,
                    READ_OPEN_RESULTS,
                    READ_RETENTION,
                    PROPOSE_ERASURE,
                    DECIDE_ERASURE,
                    REQUEST_HANDOUT,
                    APPROVE_HANDOUT,
                    INCLUDE_PROTECTED,
                    GIVE_ACCESS -> new Target.OfUnit(OWN, FALUN);
            case READ_RESULTS,
                    EXPORT_TABLE,
                    CROSS_TABLES,
                    IMPORT_REGISTER,
                    RELEASE_TABLES,
                    EDIT_INSTRUMENT,
                    EDIT_INDICATORS,
                    IMPORT_INDICATORS,
                    SET_RETENTION,
                    READ_LOG,
                    ADMINISTER -> new Target.OfPlace(actor.place());
        };
    }

    private static Actor actor(Role role) {
        var place = switch (role) {
            case REGIONAL_ANALYST -> new PlaceCode("20");
            case NATIONAL_ANALYST -> PlaceCode.NATION;
            default -> FALUN;
        };
        return new Actor(
                new ActorId(new UUID(1, 1)),
                "N",
                role,
                place,
                role.boundToUnit() ? Optional.of(OWN) : Optional.empty());
    }

    private static boolean granted(Actor actor, Action action, Target target) {
        return granted(actor, action, action.usual(), target);
    }

    private static boolean granted(Actor actor, Action action, Purpose purpose, Target target) {
        return RULES.decide(actor, action, purpose, target) instanceof AccessDecision.Granted;
    }

    private static Set<Action> with(Set<Action> some, Action... more) {
        var all = EnumSet.copyOf(some);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
