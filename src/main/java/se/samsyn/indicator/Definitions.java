package se.samsyn.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.ActorId;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;
import se.samsyn.table.CrossReading;
import se.samsyn.table.Where;

/** The door to own indicators: defined by a place, computed for all places, kept like imported ones, with every change seen. */
@Service
public class Definitions {

    /** The source of all that is computed here. */
    public static final String SOURCE = "samsyn";

    /** Within these no case has been erased that was kept as long as the law has it; older years stand as they were once computed. */
    private static final int YEARS = 5;

    private final DefinitionStore store;
    private final IndicatorStore indicators;
    private final ValueStore values;
    private final IndicatorImports imports;
    private final CrossReading crossings;
    private final Organisations organisations;
    private final PlaceNames places;
    private final Access access;
    private final AccessLog log;
    private final Clock clock;

    Definitions(
            DefinitionStore store,
            IndicatorStore indicators,
            ValueStore values,
            IndicatorImports imports,
            CrossReading crossings,
            Organisations organisations,
            PlaceNames places,
            Access access,
            AccessLog log,
            Clock clock) {
        this.store = store;
        this.indicators = indicators;
        this.values = values;
        this.imports = imports;
        this.crossings = crossings;
        this.organisations = organisations;
        this.places = places;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What became of a computation.
     *
     * @param values how many values it gave
     * @param unanswered why some could not be told
     */
    public record Computed(long values, List<Wording> unanswered) {

        /** Copies the list. */
        public Computed {
            unanswered = List.copyOf(unanswered);
        }
    }

    /** How an indicator has been computed, by version; none for imported ones. */
    @Transactional(readOnly = true)
    public List<Definition.Version> of(IndicatorKey key) {
        return store.of(key);
    }

    /** The keys of those that are computed. */
    @Transactional(readOnly = true)
    public List<IndicatorKey> computed() {
        return store.computed();
    }

    /**
     * Defines an own indicator of the place of the one signed in, or a new version of one, from a year on.
     *
     * @throws NotFoundOrDenied when it is another's, or of a data set that the one signed in may not cross
     */
    @Transactional
    public void define(Indicator indicator, Definition definition, int from) {
        access.requireAtHome(Action.EDIT_INDICATORS);
        Actor actor = access.actor();
        boolean others = indicators
                .find(indicator.key())
                .filter(known -> !known.owner().equals(Optional.of(actor.place())))
                .isPresent();
        if (others || !indicator.owner().equals(Optional.of(actor.place()))) {
            throw access.notFound(Action.EDIT_INDICATORS, indicator.key().value());
        }
        if (crossings.isClosed(definition.set())) {
            throw access.notFound(Action.CROSS_TABLES, definition.set());
        }
        log.record(actor, "DEFINE_INDICATOR", Purpose.FOLLOW_UP, indicator.key().value(), actor.place());
        put(indicator, definition, from, Optional.of(actor.id()));
    }

    /** What became of a wish to take an own indicator away. */
    public enum Removal {
        DONE,
        /** Others use it, a target is set for it or another is told per it. */
        RELIED_ON
    }

    /**
     * Takes an own indicator of the own place away, with all that was computed, unless somebody relies on it.
     *
     * @throws NotFoundOrDenied when there is none, or it is another's
     */
    @Transactional
    public Removal remove(IndicatorKey key) {
        access.requireAtHome(Action.EDIT_INDICATORS);
        Actor actor = access.actor();
        boolean ours = indicators
                .find(key)
                .filter(known -> known.owner().equals(Optional.of(actor.place())))
                .isPresent();
        if (!ours) {
            throw access.notFound(Action.EDIT_INDICATORS, key.value());
        }
        if (indicators.isRelied(key, actor.place())) {
            return Removal.RELIED_ON;
        }
        indicators.remove(key);
        log.record(actor, "REMOVE_INDICATOR", Purpose.FOLLOW_UP, key.value(), actor.place());
        return Removal.DONE;
    }

    /** The same for those that come with the program; one that is there already is left as it is. */
    @Transactional
    public void provide(Indicator indicator, Definition definition, int from) {
        if (indicators.find(indicator.key()).isEmpty()) {
            put(indicator, definition, from, Optional.empty());
        }
    }

    private void put(Indicator indicator, Definition definition, int from, Optional<ActorId> by) {
        indicators.put(List.of(indicator.per(definition.population())));
        int number = store.of(indicator.key()).stream()
                        .mapToInt(Definition.Version::number)
                        .max()
                        .orElse(0)
                + 1;
        store.add(
                indicator.key(),
                new Definition.Version(number, from, OptionalInt.empty(), definition),
                clock.instant(),
                by);
    }

    /**
     * Computes an own indicator anew for the years of late, and keeps what came of it as a delivery.
     *
     * @throws NotFoundOrDenied when there is no such indicator
     */
    public Computed compute(IndicatorKey key) {
        Indicator indicator = indicators.find(key).orElseThrow(NotFoundOrDenied::new);
        int now = LocalDate.now(clock).getYear();
        Set<Integer> years =
                IntStream.rangeClosed(now - YEARS + 1, now).boxed().collect(Collectors.toCollection(TreeSet::new));
        List<Observation> made = new ArrayList<>();
        List<Wording> unanswered = new ArrayList<>();
        Computation.Places known = known();
        for (Definition.Version version : store.of(key)) {
            var computation = new Computation(crossings, indicator, populations(version.definition()), known);
            made.addAll(computation.of(version, years));
            unanswered.addAll(computation.unanswered());
        }
        imports.keep(
                new Delivery(
                        SOURCE,
                        key.value(),
                        clock.instant(),
                        Delivery.Extent.OF_ITS_YEARS,
                        List.of(),
                        (taker, _) -> made.forEach(taker)),
                access.findActor().map(Actor::id));
        return new Computed(made.size(), unanswered);
    }

    private Computation.Places known() {
        Map<Where, String> names = places.all();
        List<PlaceCode> all = organisations.municipalities(PlaceCode.NATION).stream()
                .map(Place::code)
                .toList();
        return new Computation.Places() {
            @Override
            public String name(Where where) {
                return names.getOrDefault(where, where.toString());
            }

            @Override
            public List<PlaceCode> municipalities(PlaceCode within) {
                return all.stream().filter(within::contains).toList();
            }
        };
    }

    private Computation.Populations populations(Definition definition) {
        Map<String, Double> known = new HashMap<>();
        definition
                .population()
                .ifPresent(population -> values.of(List.of(population)).stream()
                        .filter(value -> value.group().isEmpty())
                        .forEach(value -> {
                            if (value.reading() instanceof Reading.Known number) {
                                known.put(key(value.place(), value.year(), value.sex()), number.value());
                            }
                        }));
        return (where, year, sex) -> Optional.ofNullable(known.get(key(where, year, sex)));
    }

    private static String key(Where where, int year, SexPart sex) {
        return where + " " + year + " " + sex;
    }
}
