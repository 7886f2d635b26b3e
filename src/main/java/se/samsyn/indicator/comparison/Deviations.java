package se.samsyn.indicator.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.indicator.Break;
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Observation;
import se.samsyn.indicator.Target;
import se.samsyn.indicator.Targets;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.Where;

/** Finds, among the indicators that a place uses or has targets for, what deviates: the beginning of a plan. */
@Service
@Transactional(readOnly = true)
public class Deviations {
    private static final int NEAREST = 7;
    private static final int MOST = 60;

    private final Catalogue catalogue;
    private final Targets targets;
    private final Boards boards;

    Deviations(Catalogue catalogue, Targets targets, Boards boards) {
        this.catalogue = catalogue;
        this.targets = targets;
        this.boards = boards;
    }

    /**
     * What was looked through and what was found, the least likely chance first.
     *
     * @param leftOut indicators in use that were not read, since they are too many
     */
    public record Findings(int indicators, int leftOut, List<Deviation> deviations) {

        /** Copies the list. */
        public Findings {
            deviations = List.copyOf(deviations);
        }
    }

    /** Looks through at most sixty indicators of a place, those with targets first, and of its units those that the unit has a target for. */
    public Findings of(PlaceCode place) {
        List<Target> wanted = targets.of(place);
        List<IndicatorKey> all = Stream.concat(wanted.stream().map(Target::indicator), catalogue.used(place).stream())
                .distinct()
                .toList();
        List<IndicatorKey> keys = all.subList(0, Math.min(MOST, all.size()));
        Collection<Indicator> indicators = catalogue.find(keys).values();
        List<IndicatorKey> read = Stream.concat(
                        keys.stream(), indicators.stream().flatMap(one -> one.base().stream()))
                .distinct()
                .toList();
        Where home = new Where.Area(place);
        List<Where> similar = boards.similar(home, NEAREST);
        List<Observation> values = catalogue.values(
                read,
                Stream.of(Stream.of(home), similar.stream(), wanted.stream().map(Target::home))
                        .flatMap(each -> each)
                        .distinct()
                        .toList());
        Map<IndicatorKey, List<Break>> breaks = catalogue.breaks(keys);
        List<DeviationRules.Tried> tried = new ArrayList<>();
        for (Indicator indicator : indicators) {
            var points = Boards.points(indicator, values);
            var broken = breaks.getOrDefault(indicator.key(), List.of());
            tried.addAll(new DeviationRules(indicator, home, similar, points, broken).tried(wanted));
            wanted.stream()
                    .filter(target -> target.indicator().equals(indicator.key()))
                    .map(Target::home)
                    .filter(where -> !where.equals(home))
                    .distinct()
                    .forEach(unit ->
                            tried.addAll(new DeviationRules(indicator, unit, List.of(), points, broken).tried(wanted)));
        }
        return new Findings(indicators.size(), all.size() - keys.size(), DeviationRules.judged(tried));
    }
}
