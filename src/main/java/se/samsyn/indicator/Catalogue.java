package se.samsyn.indicator;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.Purpose;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.Where;

/** The door to indicators and their values. All who may read results may read them; those who may edit them decide what is wanted of them. */
@Service
@Transactional(readOnly = true)
public class Catalogue {

    private final IndicatorStore indicators;
    private final ValueStore values;
    private final SourceStore sources;
    private final Access access;
    private final AccessLog log;

    Catalogue(IndicatorStore indicators, ValueStore values, SourceStore sources, Access access, AccessLog log) {
        this.indicators = indicators;
        this.values = values;
        this.sources = sources;
        this.access = access;
        this.log = log;
    }

    /** Looks for indicators. */
    public Found search(Search search) {
        return indicators.search(search);
    }

    /** The indicator of that key. */
    public Optional<Indicator> find(IndicatorKey key) {
        return indicators.find(key);
    }

    /** Those of the keys that there are. */
    public Map<IndicatorKey, Indicator> find(Collection<IndicatorKey> keys) {
        return indicators.find(keys);
    }

    /** The areas there are. */
    public List<Facet> areas() {
        return indicators.areas();
    }

    /** The perspectives there are. */
    public List<Facet> perspectives() {
        return indicators.perspectives();
    }

    /** All values of some indicators, in one reading. */
    public List<Observation> values(Collection<IndicatorKey> keys) {
        return values.of(keys);
    }

    /** The values of some indicators in some places, of all years. */
    public List<Observation> values(Collection<IndicatorKey> keys, Collection<Where> places) {
        return values.of(keys, places);
    }

    /** The values of some indicators in all places, of one year. */
    public List<Observation> values(Collection<IndicatorKey> keys, int year) {
        return values.of(keys, year);
    }

    /** The values of everybody in all places, of the latest year that each indicator has values of. */
    public List<Observation> latest(Collection<IndicatorKey> keys) {
        return values.latest(keys);
    }

    /** What imports have changed in it, newest first, at most so many. */
    public Shown<Revision> revisions(IndicatorKey key, int most) {
        return values.revisions(key, most);
    }

    /** The values that were new in the latest import that brought any, of the latest years first, at most so many; that one is missing is no news. */
    public Shown<Observation> added(IndicatorKey key, int most) {
        return values.added(key, most);
    }

    /** When its values were fetched last; empty where it has none. */
    public Optional<Instant> fetched(IndicatorKey key) {
        return values.fetched(key);
    }

    /** From which years it is not comparable with those before. */
    public List<Break> breaks(IndicatorKey key) {
        return values.breaks(key);
    }

    /** The same of some indicators at once; none for those without breaks. */
    public Map<IndicatorKey, List<Break>> breaks(Collection<IndicatorKey> keys) {
        return values.breaks(keys);
    }

    /** The sources whose name, publisher or description has the words; all for blank ones. */
    public List<Source> sources(String words) {
        return sources.all(words);
    }

    /** The source of that key. */
    public Optional<Source> source(String key) {
        return sources.find(key);
    }

    /** The indicators that a place uses, by title. */
    public List<IndicatorKey> used(PlaceCode place) {
        return indicators.used(place);
    }

    /** The places that use an indicator. */
    public List<PlaceCode> users(IndicatorKey key) {
        return indicators.users(key);
    }

    /** The places that use any. */
    public List<PlaceCode> users() {
        return indicators.users();
    }

    /** Says that the place of the one signed in uses an indicator, or no longer. */
    @Transactional
    public void use(IndicatorKey key, Use use) {
        Actor actor = permitted(key);
        switch (use) {
            case BEGIN -> indicators.use(key, actor.place());
            case END -> indicators.leave(key, actor.place());
        }
    }

    /** The same for what comes with the program. */
    @Transactional
    public void provideUse(IndicatorKey key, PlaceCode place) {
        indicators.use(key, place);
    }

    /** Whether an indicator begins or ceases to be used. */
    public enum Use {
        BEGIN,
        END
    }

    /**
     * Decides what is wanted of an imported indicator, and what it is a share or rate of.
     *
     * @throws se.samsyn.access.NotFoundOrDenied when there is no such indicator, or it is another place's own
     */
    @Transactional
    public void decide(IndicatorKey key, Wanted wanted, Optional<IndicatorKey> base) {
        permittedOwn(key);
        indicators.decide(key, wanted, base);
    }

    /** Marks a break in its series. */
    @Transactional
    public void mark(IndicatorKey key, Break one) {
        permittedOwn(key);
        values.put(key, one);
    }

    /** Takes the mark of a break away. */
    @Transactional
    public void unmark(IndicatorKey key, int year) {
        permittedOwn(key);
        values.removeBreak(key, year);
    }

    /**
     * Declares a source and its quality, or changes what the own place has declared. What comes with the program is shared by all, and changed
     * for the whole nation alone.
     *
     * @throws se.samsyn.access.NotFoundOrDenied when it is another's
     */
    @Transactional
    public void declare(Source source) {
        Actor actor = permitted(source.key());
        if (sources.find(source.key()).isPresent() && !answersFor(actor.place(), sources.owner(source.key()))) {
            throw access.notFound(Action.EDIT_INDICATORS, source.key());
        }
        sources.put(source, Optional.of(actor.place()));
    }

    private static boolean answersFor(PlaceCode place, Optional<PlaceCode> owner) {
        return owner.orElse(PlaceCode.NATION).equals(place);
    }

    /** Whether the place of the one signed in may change what is declared of a source. */
    @Transactional(readOnly = true)
    public boolean mayDeclare(String key) {
        return access.mayAtHome(Action.EDIT_INDICATORS)
                && answersFor(access.actor().place(), sources.owner(key));
    }

    /** The keys of the sources whose declaration the place of the one signed in may change. */
    @Transactional(readOnly = true)
    public Set<String> declarable() {
        return access.mayAtHome(Action.EDIT_INDICATORS)
                ? sources.of(access.actor().place())
                : Set.of();
    }

    /** The same for the program's own commands and for what comes with the program; keeps what users have declared. */
    @Transactional
    public void provide(Source source) {
        if (sources.find(source.key()).isEmpty()) {
            sources.put(source, Optional.empty());
        }
    }

    private Actor permitted(IndicatorKey key) {
        Actor actor = permitted(key.value());
        if (indicators.find(key).isEmpty()) {
            throw access.notFound(Action.EDIT_INDICATORS, key.value());
        }
        return actor;
    }

    /** Of an imported one, or one that the own place has defined. */
    private void permittedOwn(IndicatorKey key) {
        Actor actor = permitted(key);
        boolean others = indicators
                .find(key)
                .flatMap(Indicator::owner)
                .filter(owner -> !owner.equals(actor.place()))
                .isPresent();
        if (others) {
            throw access.notFound(Action.EDIT_INDICATORS, key.value());
        }
    }

    private Actor permitted(String object) {
        access.requireAtHome(Action.EDIT_INDICATORS);
        Actor actor = access.actor();
        log.record(actor, Action.EDIT_INDICATORS.name(), Purpose.FOLLOW_UP, object, actor.place());
        return actor;
    }
}
