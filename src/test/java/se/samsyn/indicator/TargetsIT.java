package se.samsyn.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samsyn.indicator.IndicatorExamples.word;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.core.context.SecurityContextHolder;
import se.samsyn.SignedInAs;
import se.samsyn.access.Accounts;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisations;

@SpringBootTest(properties = "samsyn.data=target/indicators", webEnvironment = SpringBootTest.WebEnvironment.NONE)
class TargetsIT {

    private static final PlaceCode FALUN = new PlaceCode("2080");
    private static final PlaceCode UMEA = new PlaceCode("2480");

    @Autowired
    private Targets targets;

    @Autowired
    private IndicatorImports imports;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organisations organisations;

    private IndicatorKey key = new IndicatorKey("x");

    @BeforeEach
    void begin() {
        String source = word();
        key = new IndicatorKey(word());
        catalogue.provide(IndicatorExamples.source(source));
        imports.take(
                IndicatorExamples.delivery(
                        source, Delivery.Extent.WHOLE, List.of(IndicatorExamples.indicator(key, source)), List.of()),
                Optional.empty());
        IndicatorExamples.signIn(accounts, Role.QUALITY_DEVELOPER, FALUN, Optional.empty());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private Target target(Optional<UnitId> unit, int year, SexPart sex, double value) {
        return new Target(
                UUID.randomUUID(), key, FALUN, unit, year, sex, value, Target.Bound.AT_LEAST, "Nämnden den 3 mars");
    }

    private List<Target> set() {
        return targets.of(FALUN).stream()
                .filter(one -> one.indicator().equals(key))
                .toList();
    }

    @Test
    void setsChangesAndRemoves() {
        Target first = target(Optional.empty(), 2026, SexPart.ALL, 80);
        targets.set(first);
        assertThat(set()).containsExactly(first);

        Target changed = new Target(
                first.id(), key, FALUN, Optional.empty(), 2027, SexPart.WOMEN, 70.5, Target.Bound.AT_MOST, "Ändrat");
        targets.set(changed);
        assertThat(set()).containsExactly(changed);

        targets.remove(changed.id());
        assertThat(set()).isEmpty();
        assertThatThrownBy(() -> targets.remove(changed.id())).isInstanceOf(NotFoundOrDenied.class);
    }

    @Test
    void holdsOneForEachUnitYearAndSex() {
        UnitId unit = SignedInAs.unit(organisations).id();
        targets.set(target(Optional.empty(), 2026, SexPart.ALL, 80));
        targets.set(target(Optional.of(unit), 2026, SexPart.ALL, 81));
        targets.set(target(Optional.empty(), 2026, SexPart.MEN, 82));
        targets.set(target(Optional.empty(), 2027, SexPart.ALL, 83));
        assertThat(set()).extracting(Target::value).containsExactlyInAnyOrder(80.0, 81.0, 82.0, 83.0);
        assertThat(set()).first().returns(2027, Target::year);

        targets.set(target(Optional.empty(), 2026, SexPart.ALL, 90));
        targets.set(target(Optional.of(unit), 2026, SexPart.ALL, 91));
        assertThat(set()).extracting(Target::value).containsExactlyInAnyOrder(90.0, 91.0, 82.0, 83.0);
    }

    @Test
    void setsNoneForUnknownIndicatorsNorForUnitsElsewhere() {
        UnitId falun = SignedInAs.unit(organisations).id();
        IndicatorKey unknown = new IndicatorKey(word());
        Target nothing = new Target(
                UUID.randomUUID(), unknown, FALUN, Optional.empty(), 2026, SexPart.ALL, 1, Target.Bound.AT_LEAST, "");
        assertThatThrownBy(() -> targets.set(nothing)).isInstanceOf(NotFoundOrDenied.class);
        Target nowhere = target(Optional.of(new UnitId(UUID.randomUUID())), 2026, SexPart.ALL, 1);
        assertThatThrownBy(() -> targets.set(nowhere)).isInstanceOf(NotFoundOrDenied.class);

        IndicatorExamples.signIn(accounts, Role.QUALITY_DEVELOPER, UMEA, Optional.empty());
        Target elsewhere = new Target(
                UUID.randomUUID(), key, UMEA, Optional.of(falun), 2026, SexPart.ALL, 1, Target.Bound.AT_LEAST, "");
        assertThatThrownBy(() -> targets.set(elsewhere)).isInstanceOf(NotFoundOrDenied.class);
        assertThat(targets.of(UMEA)).noneMatch(one -> one.indicator().equals(key));
    }

    @Test
    void nobodyTakesOverOrRemovesTheTargetOfAnotherPlace() {
        Target ours = target(Optional.empty(), 2026, SexPart.ALL, 80);
        targets.set(ours);
        IndicatorExamples.signIn(accounts, Role.QUALITY_DEVELOPER, UMEA, Optional.empty());
        Target theirs =
                new Target(ours.id(), key, UMEA, Optional.empty(), 2026, SexPart.ALL, 1, Target.Bound.AT_LEAST, "");

        assertThatThrownBy(() -> targets.set(theirs)).isInstanceOf(NotFoundOrDenied.class);
        assertThatThrownBy(() -> targets.set(ours)).isInstanceOf(NotFoundOrDenied.class);
        assertThatThrownBy(() -> targets.remove(ours.id())).isInstanceOf(NotFoundOrDenied.class);
        assertThat(set()).containsExactly(ours);
    }
}
