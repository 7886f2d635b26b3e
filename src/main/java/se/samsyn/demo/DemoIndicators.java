package se.samsyn.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.Definitions;
import se.samsyn.indicator.Delivery;
import se.samsyn.indicator.IndicatorImports;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Quality;
import se.samsyn.indicator.ReadyIndicators;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Source;
import se.samsyn.indicator.Target;
import se.samsyn.indicator.Targets;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;

/** Made-up indicators for all municipalities, so that there is something to compare. Every title says that they are made up. */
@Component
final class DemoIndicators {

    private static final String SOURCE = "demo";
    private static final int YEARS = 10;
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Catalogue catalogue;
    private final IndicatorImports imports;
    private final Definitions definitions;
    private final Targets targets;
    private final Organisations organisations;
    private final Clock clock;

    DemoIndicators(
            Catalogue catalogue,
            IndicatorImports imports,
            Definitions definitions,
            Targets targets,
            Organisations organisations,
            Clock clock) {
        this.catalogue = catalogue;
        this.imports = imports;
        this.definitions = definitions;
        this.targets = targets;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Makes them: last year's delivery, and this year's, which revises some of it. */
    void make() {
        catalogue.provide(new Source(
                SOURCE,
                "Påhittade siffror",
                "Samsyn",
                Source.Kind.DATABASE,
                Set.of(Source.Reach.NATIONAL, Source.Reach.REGIONAL, Source.Reach.LOCAL),
                "",
                "Värden som slumpats fram för att Samsyn ska gå att pröva. De säger inget om verkliga kommuner.",
                new Quality(
                        Quality.Gathered.REGISTER,
                        Quality.Extent.TOTAL,
                        OptionalDouble.empty(),
                        Quality.Known.NO,
                        Quality.Known.NO,
                        "Ingen",
                        "Alla värden är påhittade.")));
        int last = LocalDate.now(clock).getYear() - 1;
        deliver(last - 1, last - YEARS + 1, DemoFigures.Round.FIRST);
        deliver(last, last - YEARS + 1, DemoFigures.Round.SECOND);
        ReadyIndicators.VIOLENCE.values().forEach(definitions::compute);
        for (PlaceCode place : List.of(DemoCounty.FALUN, DemoCounty.DALARNA)) {
            DemoFigures.USED.forEach(key -> catalogue.provideUse(new IndicatorKey(key), place));
        }
        want("demo-trygghet", last, 75, Target.Bound.AT_LEAST, "Beslutat av socialnämnden i budgeten.");
        want("demo-ohalsa", last, 20, Target.Bound.AT_MOST, "Målet i folkhälsoprogrammet.");
    }

    private void want(String key, int year, double value, Target.Bound bound, String note) {
        for (PlaceCode place : List.of(DemoCounty.FALUN, DemoCounty.DALARNA)) {
            targets.provide(new Target(
                    UUID.randomUUID(),
                    new IndicatorKey(key),
                    place,
                    Optional.empty(),
                    year,
                    SexPart.ALL,
                    value,
                    bound,
                    note));
        }
    }

    private void deliver(int until, int from, DemoFigures.Round round) {
        List<PlaceCode> municipalities = new ArrayList<>();
        organisations.municipalities(PlaceCode.NATION).forEach(place -> municipalities.add(place.code()));
        DemoFigures figures = new DemoFigures(municipalities, from, until, round);
        imports.take(
                new Delivery(
                        SOURCE,
                        "Påhittade siffror " + until,
                        LocalDate.of(until + 1, 4, 1).atStartOfDay(SWEDEN).toInstant(),
                        Delivery.Extent.WHOLE,
                        figures.indicators(),
                        (taker, _) -> figures.give(taker)),
                Optional.empty());
    }
}
