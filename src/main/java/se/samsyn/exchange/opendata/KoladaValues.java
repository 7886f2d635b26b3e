package se.samsyn.exchange.opendata;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Turns rows of {@code data} and {@code oudata} into values and hands them on. */
final class KoladaValues implements KoladaPages.Rows {

    private final List<KoladaParts.Lists> parts;
    private final KoladaPages pages;
    private final KoladaTaker taker;
    private final Walk walk;
    private final String atName;
    private final SeenValues seen = new SeenValues();
    private final Map<String, KoladaId> ids = new HashMap<>();
    private final Set<KoladaId> answered = new HashSet<>();
    private Set<KoladaId> kpis = Set.of();
    private Set<KoladaId> at = Set.of();
    private Set<Integer> years = Set.of();
    private long fresh;
    private long given;

    KoladaValues(
            KoladaQuestion.Scope scope,
            List<KoladaParts.Lists> parts,
            KoladaPages pages,
            KoladaTaker taker,
            Walk walk) {
        this.parts = parts;
        this.pages = pages;
        this.taker = taker;
        this.walk = walk;
        this.atName = scope == KoladaQuestion.Scope.PLACES ? "municipality" : "ou";
    }

    @Override
    public void begin(int part) {
        KoladaParts.Lists lists = parts.get(part);
        kpis = Set.copyOf(lists.kpis());
        at = Set.copyOf(lists.at());
        years = Set.copyOf(lists.years());
        seen.clear();
    }

    @Override
    public void take(JsonNode row, String place) {
        KoladaId kpi = id(row.path("kpi"));
        KoladaId where = id(row.path(atName));
        int year = Fields.year(Fields.first(row, "period", "year"));
        JsonNode values = row.path("values");
        if (!values.isArray()) {
            throw new Fields.Unreadable();
        }
        if (!asked(kpis, kpi) || !asked(at, where) || !asked(years, year)) {
            if (pages.picks()) {
                walk.warn(
                        "Svaret innehöll mer än det som efterfrågades, vilket har hoppats över",
                        kpi + ", " + where + ", " + year);
            }
            return;
        }
        answered.add(kpi);
        answered.add(where);
        if (values.isEmpty()) {
            fresh++;
        }
        for (JsonNode value : values) {
            if (!value.isObject()) {
                throw new Fields.Unreadable();
            }
            take(kpi, where, year, value, place);
        }
    }

    private void take(KoladaId kpi, KoladaId where, int year, JsonNode node, String place) {
        String letter = Fields.text(node.path("gender"));
        Optional<KoladaGender> gender = KoladaGender.find(letter);
        if (gender.isEmpty()) {
            walk.warn(skipped(letter), kpi + ", " + where + ", " + year);
            fresh++;
            return;
        }
        OptionalDouble number = Fields.number(node.path("value"));
        OptionalInt count = Fields.count(node.path("count"));
        boolean deleted = Fields.flag(Fields.first(node, "isdeleted", "is_deleted"));
        var value = new KoladaValue(
                kpi, where, year, gender.get(), number, Fields.text(node.path("status")), count, deleted);
        switch (seen.add(value)) {
            case NEW -> {
                fresh++;
                given++;
                taker.take(value);
            }
            case REPEATED -> walk.warn("Värden som upprepar ett tidigare värde har räknats en gång", name(value));
            case CONTRADICTS ->
                throw new Refusal(
                        OpenDataFault.CONTRADICTION, place, "Två värden för " + name(value) + " säger emot varandra.");
        }
    }

    private static String skipped(String letter) {
        if (letter.equals("F")) {
            return "Könskoden F kan betyda olika saker och läses inte som K; sådana värden har hoppats över";
        }
        return "Värden med en annan könskod än T, K och M har hoppats över";
    }

    private static String name(KoladaValue value) {
        return "%s, %s, %d, %s"
                .formatted(value.kpi(), value.at(), value.year(), value.gender().letter());
    }

    @Override
    public long fresh() {
        return fresh;
    }

    long given() {
        return given;
    }

    List<String> unknown(KoladaQuestion question) {
        return Stream.concat(question.kpis().stream(), question.at().stream())
                .filter(id -> !answered.contains(id))
                .map(KoladaId::value)
                .toList();
    }

    /** One object per id, since the same few thousand come millions of times. */
    private KoladaId id(JsonNode node) {
        KoladaId known = ids.get(Fields.text(node));
        if (known != null) {
            return known;
        }
        KoladaId fresh = Fields.id(node);
        ids.put(fresh.value(), fresh);
        return fresh;
    }

    private static <T> boolean asked(Set<T> bound, T one) {
        return bound.isEmpty() || bound.contains(one);
    }
}
