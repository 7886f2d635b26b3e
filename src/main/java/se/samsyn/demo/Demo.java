package se.samsyn.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.samsyn.access.Actor;
import se.samsyn.followup.CaseImport;
import se.samsyn.followup.ImportProgress;
import se.samsyn.instrument.Instruments;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.organisation.Unit;

/**
 * Makes the fictional county the first time the demo starts, before the first page is shown; later starts find it as it was left.
 */
@Component
@ConditionalOnProperty(name = "samsyn.demo", havingValue = "true")
final class Demo implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final long SEED = 20;
    private static final long SEED_OF_OLD = 77;
    private static final int OLD = 30;
    private static final int YEARS_AGO = 6;
    private static final String CARELESS = "2081";

    private final DemoCounty county;
    private final DemoPeople people;
    private final Instruments instruments;
    private final CaseImport imports;
    private final DemoIndicators indicators;
    private final DemoLog log;
    private final ObjectProvider<Chapter> chapters;
    private final Clock clock;
    private volatile boolean made;

    Demo(
            DemoCounty county,
            DemoPeople people,
            Instruments instruments,
            CaseImport imports,
            DemoIndicators indicators,
            DemoLog log,
            ObjectProvider<Chapter> chapters,
            Clock clock) {
        this.chapters = chapters;
        this.county = county;
        this.people = people;
        this.instruments = instruments;
        this.imports = imports;
        this.indicators = indicators;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void start() {
        made = true;
        if (people.none()) {
            LOG.info("Bygger det påhittade länet (några sekunder)");
            var units = county.found();
            var actor = people.open(units.stream().map(DemoCounty.Staffed::unit).toList());
            fill(units, actor);
            var team =
                    DemoPeople.team(units.stream().map(DemoCounty.Staffed::unit).toList());
            old(team, actor);
            chapters.orderedStream().forEach(chapter -> chapter.tell(team));
            indicators.make();
            log.make();
        }
    }

    @Override
    public void stop() {
        made = false;
    }

    @Override
    public boolean isRunning() {
        return made;
    }

    /** Before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Cases of the unit that ended so long ago that they are to be erased. */
    private void old(Unit unit, Actor actor) {
        var chance = new Chance(SEED_OF_OLD);
        var form = instruments.inUse(new InstrumentKey("vald"), unit.municipality());
        var answers = new DemoAnswers(chance, DemoAnswers.Quality.GOOD);
        var then = LocalDate.now(clock).minusYears(YEARS_AGO);
        var ended = new DemoCases(chance, answers, unit.id(), form, then)
                .make(OLD).stream().filter(each -> each.closure().isPresent()).toList();
        imports.write(imports.asOperator(actor, Set.of(unit.id())), ended, ImportProgress.UNWATCHED);
    }

    private void fill(List<DemoCounty.Staffed> units, Actor actor) {
        var today = LocalDate.now(clock);
        var seed = SEED;
        for (var staffed : units) {
            var chance = new Chance(seed++);
            var unit = staffed.unit();
            var form = instruments.inUse(new InstrumentKey(staffed.instrument()), unit.municipality());
            var quality = unit.municipality().value().equals(CARELESS)
                    ? DemoAnswers.Quality.RISK_LEVEL_SKIPPED
                    : DemoAnswers.Quality.GOOD;
            var cases = new DemoCases(chance, new DemoAnswers(chance, quality), unit.id(), form, today);
            imports.write(
                    imports.asOperator(actor, Set.of(unit.id())),
                    cases.make(staffed.cases()),
                    ImportProgress.UNWATCHED);
        }
    }
}
