package se.samsyn.exchange.opendata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Splits questions so that no list is longer than Kolada takes. */
final class KoladaParts {

    /** Most values Kolada takes in one list. */
    static final int LONGEST = 25;

    /** Rows on a page, the most Kolada gives. */
    static final String ROWS_ON_A_PAGE = "5000";

    private static final long MOST = 1_000_000;

    private KoladaParts() {}

    /** The lists of one request; an empty one sets no bound. */
    record Lists(List<KoladaId> kpis, List<KoladaId> at, List<Integer> years) {}

    /** Parts whose lists together cover exactly the question's lists crossed, each combination once. */
    static List<Lists> of(KoladaQuestion question) {
        List<List<KoladaId>> kpis = chunks(question.kpis());
        List<List<KoladaId>> at = chunks(question.at());
        List<List<Integer>> years = chunks(question.years());
        if ((double) kpis.size() * at.size() * years.size() > MOST) {
            throw Refusal.question("Frågan blir mer än en miljon delfrågor.");
        }
        var parts = new ArrayList<Lists>();
        for (List<KoladaId> some : kpis) {
            for (List<KoladaId> places : at) {
                for (List<Integer> times : years) {
                    parts.add(new Lists(some, places, times));
                }
            }
        }
        return parts;
    }

    /** The list in pieces of at most 25; an empty list is one empty piece. */
    static <T> List<List<T>> chunks(List<T> list) {
        if (list.isEmpty()) {
            return List.of(List.of());
        }
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < list.size(); from += LONGEST) {
            chunks.add(list.subList(from, Math.min(list.size(), from + LONGEST)));
        }
        return chunks;
    }

    static KoladaPages.Part values(KoladaQuestion question, Lists lists) {
        boolean places = question.scope() == KoladaQuestion.Scope.PLACES;
        String path = (places ? KoladaKind.PLACE_VALUES : KoladaKind.UNIT_VALUES).path()
                + list("kpi", lists.kpis(), KoladaId::value)
                + list(places ? "municipality" : "ou", lists.at(), KoladaId::value)
                + list("year", lists.years(), String::valueOf);
        Map<String, String> query = query();
        question.changedSince().ifPresent(day -> query.put("from_date", day.toString()));
        return new KoladaPages.Part(path, query);
    }

    static List<KoladaPages.Part> things(KoladaKind kind, KoladaWanted wanted) {
        return switch (wanted) {
            case KoladaWanted.All all -> List.of(new KoladaPages.Part(kind.path(), query()));
            case KoladaWanted.Ids ids ->
                chunks(ids.ids()).stream()
                        .map(some -> new KoladaPages.Part(kind.path() + "/" + joined(some, KoladaId::value), query()))
                        .toList();
            case KoladaWanted.Titled titled -> {
                Map<String, String> query = query();
                query.put("title", titled.text());
                yield List.of(new KoladaPages.Part(kind.path(), query));
            }
        };
    }

    static KoladaPages.Part unitsIn(KoladaId municipality) {
        Map<String, String> query = query();
        query.put("municipality", municipality.value());
        return new KoladaPages.Part(KoladaKind.UNIT.path(), query);
    }

    private static Map<String, String> query() {
        var query = new LinkedHashMap<String, String>();
        query.put("per_page", ROWS_ON_A_PAGE);
        return query;
    }

    private static <T> String list(String name, List<T> list, Function<T, String> text) {
        return list.isEmpty() ? "" : "/" + name + "/" + joined(list, text);
    }

    private static <T> String joined(List<T> list, Function<T, String> text) {
        return list.stream().map(text).map(Addresses::encoded).collect(Collectors.joining(","));
    }
}
