package se.samsyn.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samsyn.indicator.IndicatorExamples.word;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.context.SecurityContextHolder;
import se.samsyn.SignedInAs;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Accounts;
import se.samsyn.access.LogLine;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.access.Role;
import se.samsyn.engine.RowsName;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.kernel.Wording;
import se.samsyn.organisation.Organisations;
import se.samsyn.table.source.Codebook;
import se.samsyn.table.source.Stock;
import se.samsyn.table.source.Stocks;

/** Who may decide, declare, define, set targets and import; and what is written of it. */
@SpringBootTest(properties = "samsyn.data=target/indicators", webEnvironment = SpringBootTest.WebEnvironment.NONE)
class IndicatorAccessIT {

    private static final PlaceCode FALUN = new PlaceCode("2080");
    private static final PlaceCode DALARNA = new PlaceCode("20");
    private static final PlaceCode VASTERBOTTEN = new PlaceCode("24");
    private static final PlaceCode UMEA = new PlaceCode("2480");

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Definitions definitions;

    @Autowired
    private Targets targets;

    @Autowired
    private IndicatorImports imports;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organisations organisations;

    @Autowired
    private AccessLog log;

    private String source = "";
    private IndicatorKey key = new IndicatorKey("x");

    @BeforeEach
    void begin() {
        source = word();
        key = new IndicatorKey(word());
        catalogue.provide(IndicatorExamples.source(source));
        catalogue.provide(IndicatorExamples.source(Definitions.SOURCE));
        imports.take(
                IndicatorExamples.delivery(
                        source, Delivery.Extent.WHOLE, List.of(IndicatorExamples.indicator(key, source)), List.of()),
                Optional.empty());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private void signIn(Role role, PlaceCode place) {
        Optional<UnitId> unit =
                role.boundToUnit() ? Optional.of(SignedInAs.unit(organisations).id()) : Optional.empty();
        IndicatorExamples.signIn(accounts, role, place, unit);
    }

    private static Definition definition() {
        return new Definition(
                "vald", Definition.Statistic.COUNT, "", "", "", Optional.empty(), Definition.Inhabitants.END_OF_YEAR);
    }

    private Target target(PlaceCode place, double value) {
        return new Target(
                UUID.randomUUID(),
                key,
                place,
                Optional.empty(),
                2026,
                SexPart.ALL,
                value,
                Target.Bound.AT_LEAST,
                "Hemlig anteckning");
    }

    /** All that changes something, by what it is logged as. */
    private Map<String, ThrowingCallable> changes(PlaceCode place) {
        IndicatorKey own = new IndicatorKey(word());
        Map<String, ThrowingCallable> changes = new LinkedHashMap<>();
        changes.put("decide", () -> catalogue.decide(key, Wanted.LOW, Optional.empty()));
        changes.put("mark", () -> catalogue.mark(key, new Break(2020, "Ny lag")));
        changes.put("unmark", () -> catalogue.unmark(key, 2020));
        changes.put("use", () -> catalogue.use(key, Catalogue.Use.BEGIN));
        changes.put("declare", () -> catalogue.declare(IndicatorExamples.source(word())));
        changes.put(
                "define", () -> definitions.define(IndicatorExamples.own(own, place, Scale.COUNT), definition(), 2020));
        changes.put("target", () -> targets.set(target(place, 80)));
        changes.put("import", () -> imports.permit(source));
        return changes;
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CASEWORKER", "UNIT_MANAGER", "AUDITOR", "ADMINISTRATOR"})
    void thoseWhoDoNotFollowUpChangeNothing(Role role) {
        signIn(role, FALUN);

        changes(FALUN)
                .forEach((what, change) -> assertThatThrownBy(change).as(what).isInstanceOf(NotFoundOrDenied.class));

        assertThat(catalogue.find(key))
                .hasValueSatisfying(one -> assertThat(one.wanted()).isEqualTo(Wanted.NONE));
        assertThat(catalogue.breaks(key)).isEmpty();
        assertThat(targets.of(FALUN)).noneMatch(one -> one.indicator().equals(key));
        assertThat(log.latest(FALUN, 8))
                .extracting(LogLine::event)
                .containsOnly("DENIED_EDIT_INDICATORS", "DENIED_IMPORT_INDICATORS")
                .hasSize(8);
        assertThat(log.latest(FALUN, 8)).extracting(LogLine::role).containsOnly(role);
    }

    /** What comes with the program is shared by all; what another place has declared is that place's. */
    @Test
    void whatIsDeclaredOfASourceIsChangedByWhoseItIs() {
        Source own = IndicatorExamples.source(word());
        signIn(Role.QUALITY_DEVELOPER, FALUN);
        assertThatThrownBy(() -> catalogue.declare(IndicatorExamples.source(source)))
                .isInstanceOf(NotFoundOrDenied.class);
        catalogue.declare(own);
        catalogue.declare(own);
        assertThat(catalogue.mayDeclare(own.key())).isTrue();
        assertThat(catalogue.declarable()).contains(own.key()).doesNotContain(source);

        signIn(Role.QUALITY_DEVELOPER, new PlaceCode("2062"));
        assertThat(catalogue.mayDeclare(own.key())).isFalse();
        assertThatThrownBy(() -> catalogue.declare(own)).isInstanceOf(NotFoundOrDenied.class);

        signIn(Role.NATIONAL_ANALYST, PlaceCode.NATION);
        catalogue.declare(IndicatorExamples.source(source));
        assertThatThrownBy(() -> catalogue.declare(own)).isInstanceOf(NotFoundOrDenied.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"QUALITY_DEVELOPER", "REGIONAL_ANALYST", "NATIONAL_ANALYST"})
    void thoseWhoFollowUpChangeAtTheirOwnPlaceAndEachChangeIsLoggedWithoutValues(Role role) throws Throwable {
        PlaceCode place = switch (role) {
            case REGIONAL_ANALYST -> DALARNA;
            case NATIONAL_ANALYST -> PlaceCode.NATION;
            default -> FALUN;
        };
        signIn(role, place);

        for (ThrowingCallable change : changes(place).values()) {
            change.call();
        }

        List<LogLine> lines = log.latest(place, 8);
        assertThat(lines.reversed())
                .extracting(LogLine::event)
                .containsExactly(
                        "EDIT_INDICATORS",
                        "EDIT_INDICATORS",
                        "EDIT_INDICATORS",
                        "EDIT_INDICATORS",
                        "EDIT_INDICATORS",
                        "DEFINE_INDICATOR",
                        "SET_TARGET",
                        "IMPORT_INDICATORS");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.place()).isEqualTo(place.value());
            assertThat(line.purpose()).isEqualTo(Purpose.FOLLOW_UP);
            assertThat(line.role()).isEqualTo(role);
            assertThat(line.object()).matches("p[0-9a-f]{12}");
            assertThat(line.toString()).doesNotContain("80.0", "Hemlig", "Ny lag", "=LOW");
        });
        assertThat(lines.get(1).object()).isEqualTo(key.value());
        assertThat(lines.getFirst().object()).isEqualTo(source);
    }

    @Test
    void nobodySetsTargetsForOthers() {
        signIn(Role.REGIONAL_ANALYST, DALARNA);
        assertThatThrownBy(() -> targets.set(target(UMEA, 80))).isInstanceOf(NotFoundOrDenied.class);
        assertThat(log.latest(UMEA, 1)).singleElement().satisfies(line -> {
            assertThat(line.event()).isEqualTo("DENIED_EDIT_INDICATORS");
            assertThat(line.object()).isEqualTo("2480");
        });
        assertThatThrownBy(() -> targets.set(target(VASTERBOTTEN, 80))).isInstanceOf(NotFoundOrDenied.class);
        assertThatThrownBy(() -> targets.set(target(FALUN, 80))).isInstanceOf(NotFoundOrDenied.class);
        targets.set(target(DALARNA, 80));
        assertThat(targets.of(DALARNA)).anyMatch(one -> one.indicator().equals(key));
    }

    /** A register that another municipality has read in. */
    @TestConfiguration
    static class Theirs {

        @Bean
        Stocks theirs() {
            Codebook codebook = new Codebook(
                    new InstrumentKey("umeas"),
                    Wording.same("Umeås"),
                    Wording.same("Umeå"),
                    Wording.same("personer"),
                    UMEA,
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    List.of());
            Stock stock = new Stock(codebook, RowsName.fresh("register"), 0, Instant.EPOCH);
            return () -> List.of(stock);
        }
    }

    @Test
    void nobodyDefinesOfADataSetThatTheyMayNotCross() {
        Definition theirs = new Definition(
                "umeas", Definition.Statistic.COUNT, "", "", "", Optional.empty(), Definition.Inhabitants.END_OF_YEAR);
        IndicatorKey own = new IndicatorKey(word());
        signIn(Role.QUALITY_DEVELOPER, FALUN);
        assertThatThrownBy(() -> definitions.define(IndicatorExamples.own(own, FALUN, Scale.COUNT), theirs, 2020))
                .isInstanceOf(NotFoundOrDenied.class);
        signIn(Role.QUALITY_DEVELOPER, UMEA);
        definitions.define(IndicatorExamples.own(own, UMEA, Scale.COUNT), theirs, 2020);
        assertThat(definitions.of(own)).hasSize(1);
    }

    @Test
    void nobodyDefinesOrDecidesWhatIsAnothersOwn() {
        IndicatorKey own = new IndicatorKey(word());
        signIn(Role.QUALITY_DEVELOPER, FALUN);
        definitions.define(IndicatorExamples.own(own, FALUN, Scale.COUNT), definition(), 2020);

        signIn(Role.QUALITY_DEVELOPER, UMEA);
        assertThatThrownBy(() -> definitions.define(IndicatorExamples.own(own, UMEA, Scale.COUNT), definition(), 2021))
                .isInstanceOf(NotFoundOrDenied.class);
        assertThatThrownBy(() -> definitions.define(IndicatorExamples.own(own, FALUN, Scale.COUNT), definition(), 2021))
                .isInstanceOf(NotFoundOrDenied.class);
        assertThatThrownBy(() -> definitions.define(IndicatorExamples.own(key, UMEA, Scale.COUNT), definition(), 2021))
                .as("an imported one")
                .isInstanceOf(NotFoundOrDenied.class);
        assertThatThrownBy(() -> catalogue.decide(own, Wanted.HIGH, Optional.empty()))
                .isInstanceOf(NotFoundOrDenied.class);
        assertThatThrownBy(() -> catalogue.decide(new IndicatorKey(word()), Wanted.HIGH, Optional.empty()))
                .isInstanceOf(NotFoundOrDenied.class);

        assertThat(definitions.of(own)).singleElement().returns(2020, Definition.Version::from);
        assertThat(catalogue.find(own)).hasValueSatisfying(one -> {
            assertThat(one.owner()).contains(FALUN);
            assertThat(one.wanted()).isEqualTo(Wanted.NONE);
        });
    }
}
