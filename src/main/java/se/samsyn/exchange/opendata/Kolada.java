package se.samsyn.exchange.opendata;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/**
 * The door to Kolada, the open database of figures for Sweden's municipalities and regions, API v3. Answers are whole or refused.
 * Source of the API's form: {@code https://api.kolada.se/v3/docs}.
 */
public final class Kolada {

    /** What must stand beside raw values; what is computed from them may not be credited to Kolada. */
    public static final String CREDIT = "Källa: Kolada";

    private final KoladaPages pages;
    private final Timing timing;

    private Kolada(KoladaPages pages, Timing timing) {
        this.pages = pages;
        this.timing = timing;
    }

    /** A client of the source. Nothing is asked or read until a method is called. */
    public static Kolada over(KoladaSource source) {
        return switch (source) {
            case KoladaSource.Saved saved -> new Kolada(new SavedPages(saved.paths()), Timing.REAL);
            case KoladaSource.Web web -> over(web, Timing.REAL, Gate.to(web.base()));
        };
    }

    static Kolada over(KoladaSource.Web web, Timing timing, Gate gate) {
        Optional<AnswerCache> cache = web.cache().map(folder -> new AnswerCache(folder, web.age(), timing));
        cache.ifPresent(AnswerCache::sweep);
        var wire = new Wire(web.base(), web.manners(), timing, gate, cache);
        return new Kolada(new WebPages(web.base(), wire), timing);
    }

    /** Indicators, in Kolada's order. */
    public Fetched<List<KoladaKpi>> kpis(KoladaWanted wanted, Progress progress) {
        return things(KoladaKind.KPI, wanted, KoladaRows::kpi, progress);
    }

    /** Municipalities, regions and the nation. */
    public Fetched<List<KoladaPlace>> places(KoladaWanted wanted, Progress progress) {
        return things(KoladaKind.PLACE, wanted, KoladaRows::place, progress);
    }

    /** Groups of indicators. */
    public Fetched<List<KoladaGroup>> kpiGroups(KoladaWanted wanted, Progress progress) {
        return things(KoladaKind.KPI_GROUP, wanted, KoladaRows::group, progress);
    }

    /** Groups of municipalities or regions. */
    public Fetched<List<KoladaGroup>> placeGroups(KoladaWanted wanted, Progress progress) {
        return things(KoladaKind.PLACE_GROUP, wanted, KoladaRows::group, progress);
    }

    /** Units. */
    public Fetched<List<KoladaUnit>> units(KoladaWanted wanted, Progress progress) {
        return things(KoladaKind.UNIT, wanted, KoladaRows::unit, progress);
    }

    /** The units of a municipality. */
    public Fetched<List<KoladaUnit>> unitsIn(KoladaId municipality, Progress progress) {
        BiFunction<JsonNode, Walk, Optional<KoladaUnit>> there = (row, walk) -> KoladaRows.unit(row, walk)
                .filter(unit -> unit.municipality().stream().allMatch(municipality::equals));
        return things(KoladaKind.UNIT, KoladaWanted.ALL, there, List.of(KoladaParts.unitsIn(municipality)), progress);
    }

    /**
     * Values, handed to the taker as they come, split into parts of at most 25 of each list.
     *
     * @return how many values the taker was given; on a refusal the taker's {@code done} has not been called
     */
    public Fetched<Long> values(KoladaQuestion question, KoladaTaker taker, Progress progress) {
        var walk = new Walk(progress);
        try {
            check(question);
            List<KoladaParts.Lists> lists = pages.picks()
                    ? KoladaParts.of(question)
                    : List.of(new KoladaParts.Lists(question.kpis(), question.at(), question.years()));
            var values = new KoladaValues(question.scope(), lists, pages, taker, walk);
            pages.read(
                    question.scope() == KoladaQuestion.Scope.PLACES ? KoladaKind.PLACE_VALUES : KoladaKind.UNIT_VALUES,
                    lists.stream()
                            .map(each -> KoladaParts.values(question, each))
                            .toList(),
                    values,
                    walk);
            taker.done();
            return walk.complete(values.given(), values.unknown(question), timing.now());
        } catch (Refusal refusal) {
            return new Fetched.Refused<>(refusal.problem());
        }
    }

    private void check(KoladaQuestion question) {
        if (pages.picks() && question.filled() < 2) {
            throw Refusal.question("Ange minst två av nyckeltal, "
                    + (question.scope() == KoladaQuestion.Scope.PLACES ? "kommun" : "enhet")
                    + " och år; Kolada svarar inte på mindre.");
        }
        for (int year : question.years()) {
            if (!Fields.isYear(String.valueOf(year))) {
                throw Refusal.question(year + " är inget år.");
            }
        }
    }

    private <T extends KoladaThing> Fetched<List<T>> things(
            KoladaKind kind, KoladaWanted wanted, BiFunction<JsonNode, Walk, Optional<T>> reader, Progress progress) {
        return things(kind, wanted, reader, KoladaParts.things(kind, wanted), progress);
    }

    private <T extends KoladaThing> Fetched<List<T>> things(
            KoladaKind kind,
            KoladaWanted wanted,
            BiFunction<JsonNode, Walk, Optional<T>> reader,
            List<KoladaPages.Part> parts,
            Progress progress) {
        var walk = new Walk(progress);
        try {
            var things = new KoladaThings<>(wanted, reader, pages, walk);
            pages.read(kind, parts, things, walk);
            List<String> unknown = wanted instanceof KoladaWanted.Ids asked
                    ? asked.ids().stream()
                            .filter(id -> !things.has(id))
                            .map(KoladaId::value)
                            .toList()
                    : List.of();
            return walk.complete(List.copyOf(things.things()), unknown, timing.now());
        } catch (Refusal refusal) {
            return new Fetched.Refused<>(refusal.problem());
        }
    }
}
