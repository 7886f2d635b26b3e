package se.samsyn.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samsyn.kernel.PlaceCode;

/** What is measured. */
@Repository
class IndicatorStore {

    private static final String SELECTED = """
            select i.*, b.key as base_key, (select coalesce(string_agg(g.code || chr(31) || g.label, chr(30) order by g.position), '')
                from indicator_group g where g.indicator = i.id) as groups
            from indicator_indicator i left join indicator_indicator b on b.id = i.base
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations many;

    IndicatorStore(JdbcClient jdbc, NamedParameterJdbcOperations many) {
        this.jdbc = jdbc;
        this.many = many;
    }

    /** What users have decided of an imported one - its denominator, what is wanted - stands when it comes again without. */
    void put(List<Indicator> indicators) {
        many.batchUpdate(
                """
                insert into indicator_indicator (key, source, owner, title, description, area, perspective, scale, decimals, wanted,
                    by_sex, period, base, sought)
                values (:key, :source, :owner, :title, :description, :area, :perspective, :scale, :decimals, :wanted, :bySex, :period,
                    (select id from indicator_indicator where key = :base), :sought)
                on conflict (key) do update set source = excluded.source, title = excluded.title, description = excluded.description,
                    area = excluded.area, perspective = excluded.perspective, scale = excluded.scale, decimals = excluded.decimals,
                    by_sex = excluded.by_sex, period = excluded.period, sought = excluded.sought,
                    wanted = case when excluded.wanted = 'NONE' then indicator_indicator.wanted else excluded.wanted end,
                    base = coalesce(excluded.base, indicator_indicator.base)
                """, indicators.stream().map(IndicatorStore::parameters).toArray(SqlParameterSource[]::new));
        groups(indicators.stream().filter(one -> !one.groups().isEmpty()).toList());
    }

    private static SqlParameterSource parameters(Indicator one) {
        return new MapSqlParameterSource()
                .addValue("key", one.key().value())
                .addValue("source", one.source())
                .addValue("owner", one.owner().map(PlaceCode::value).orElse(null))
                .addValue("title", one.title())
                .addValue("description", one.description())
                .addValue("area", one.area())
                .addValue("perspective", one.perspective())
                .addValue("scale", one.scale().name())
                .addValue("decimals", one.decimals())
                .addValue("wanted", one.wanted().name())
                .addValue("bySex", one.bySex())
                .addValue("period", one.period())
                .addValue("base", one.base().map(IndicatorKey::value).orElse(null))
                .addValue("sought", sought(one));
    }

    private static String sought(Indicator one) {
        return String.join(" ", one.key().value(), one.title(), one.area(), one.perspective(), one.description())
                .toLowerCase(Locale.ROOT);
    }

    private void groups(List<Indicator> indicators) {
        for (Indicator one : indicators) {
            jdbc.sql(
                            "delete from indicator_group where indicator = (select id from indicator_indicator where key = :key)")
                    .param("key", one.key().value())
                    .update();
            for (int at = 0; at < one.groups().size(); at++) {
                jdbc.sql("""
                        insert into indicator_group (indicator, code, label, position)
                        select id, :code, :label, :position from indicator_indicator where key = :key
                        """)
                        .param("code", one.groups().get(at).code())
                        .param("label", one.groups().get(at).label())
                        .param("position", at)
                        .param("key", one.key().value())
                        .update();
            }
        }
    }

    /** The number that values are kept under, by key. */
    Map<IndicatorKey, Integer> numbers() {
        Map<IndicatorKey, Integer> numbers = new HashMap<>();
        jdbc.sql("select key, id from indicator_indicator").query(row -> {
            numbers.put(new IndicatorKey(row.getString(1)), row.getInt(2));
        });
        return numbers;
    }

    /** Those that another source tells, with that source. */
    Map<IndicatorKey, String> ofOthers(String source) {
        Map<IndicatorKey, String> others = new HashMap<>();
        jdbc.sql("select key, source from indicator_indicator where source <> :source")
                .param("source", source)
                .query(row -> {
                    others.put(new IndicatorKey(row.getString(1)), row.getString(2));
                });
        return others;
    }

    boolean hasSource(String key) {
        return jdbc.sql("select exists (select from indicator_source where key = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** The codes of the groups besides sex, by the number of the indicator. */
    Map<Integer, Set<String>> groups() {
        Map<Integer, Set<String>> groups = new HashMap<>();
        jdbc.sql("select indicator, code from indicator_group").query(row -> {
            groups.computeIfAbsent(row.getInt(1), _ -> new HashSet<>()).add(row.getString(2));
        });
        return groups;
    }

    /** Those that are computed here. */
    Set<IndicatorKey> computed() {
        return jdbc.sql("""
                select i.key from indicator_indicator i where exists (select from indicator_definition d where d.indicator = i.id)
                """)
                .query((row, number) -> new IndicatorKey(row.getString(1)))
                .set();
    }

    /** Those of the keys that belong to a place or are computed here, so that no source brings them. */
    List<IndicatorKey> oursAmong(Collection<IndicatorKey> keys) {
        return jdbc.sql("""
                select key from indicator_indicator i where key = any(:keys)
                and (owner is not null or exists (select from indicator_definition d where d.indicator = i.id)) order by key
                """)
                .param("keys", keys.stream().map(IndicatorKey::value).toArray(String[]::new))
                .query((row, number) -> new IndicatorKey(row.getString(1)))
                .list();
    }

    Optional<Indicator> find(IndicatorKey key) {
        return jdbc.sql(SELECTED + " where i.key = :key")
                .param("key", key.value())
                .query((row, number) -> indicator(row))
                .optional();
    }

    /** Those of the keys that there are, by key. */
    Map<IndicatorKey, Indicator> find(Collection<IndicatorKey> keys) {
        return jdbc
                .sql(SELECTED + " where i.key = any(:keys)")
                .param("keys", keys.stream().map(IndicatorKey::value).toArray(String[]::new))
                .query((row, number) -> indicator(row))
                .stream()
                .collect(Collectors.toMap(Indicator::key, one -> one));
    }

    private static Indicator indicator(ResultSet row) throws SQLException {
        return new Indicator(
                new IndicatorKey(row.getString("key")),
                row.getString("source"),
                Optional.ofNullable(row.getString("owner")).map(PlaceCode::new),
                row.getString("title"),
                row.getString("description"),
                row.getString("area"),
                row.getString("perspective"),
                Scale.valueOf(row.getString("scale")),
                row.getInt("decimals"),
                Wanted.valueOf(row.getString("wanted")),
                row.getBoolean("by_sex"),
                row.getString("period"),
                Optional.ofNullable(row.getString("base_key")).map(IndicatorKey::new),
                groups(row.getString("groups")));
    }

    private static List<Indicator.Group> groups(String text) {
        return text.lines().count() == 0
                ? List.of()
                : List.of(text.split("\u001e")).stream()
                        .map(group -> group.split("\u001f", 2))
                        .map(parts -> new Indicator.Group(parts[0], parts[1]))
                        .toList();
    }

    /**
     * Best first: the key itself, then those whose title has all the words as beginnings of words or in another inflection, then within words, the
     * short titles first; at last those that have the words elsewhere.
     */
    Found search(Search search) {
        Found found = page(search);
        return found.total() == 0 && search.page() > 0
                ? new Found(page(search.first()).total(), List.of())
                : found;
    }

    private Found page(Search search) {
        List<String> parts = search.parts();
        var hits = jdbc.sql("""
                with word as materialized (
                    select pattern, beginning, plainto_tsquery('swedish', part) as query
                    from unnest(:parts, :patterns, :beginnings) as w (part, pattern, beginning)
                ), sought as (
                    select i.id, count(*) over () as total,
                        (lower(i.key) = :whole) as named,
                        not exists (select from word w where
                            not (lower(i.title) like w.pattern or ts_filter(i.stems, '{a}') @@ w.query)) as titled,
                        not exists (select from word w where
                            not (' ' || lower(i.title) like w.beginning or ts_filter(i.stems, '{a}') @@ w.query)) as begun
                    from indicator_indicator i
                    where not exists (select from word w where not (i.sought like w.pattern or i.stems @@ w.query))
                    and (:area = '' or i.area = :area) and (:perspective = '' or i.perspective = :perspective)
                    and (:source = '' or i.source = :source) and (not :bySex or i.by_sex)
                    and (:place = '' or exists (select from indicator_use u where u.indicator = i.id and u.place = :place))
                ), best as (
                    select s.* from sought s join indicator_indicator i on i.id = s.id
                    order by s.named desc, s.begun desc, s.titled desc, length(i.title), i.key limit :size offset :from
                )
                select i.*, best.total, s.name as source_name, b.key as base_key, '' as groups,
                    (select count(*) from indicator_use u where u.indicator = i.id) as users,
                    (select coalesce(max(v.year), 0) from indicator_value v where v.indicator = i.id) as latest
                from best join indicator_indicator i on i.id = best.id
                join indicator_source s on s.key = i.source left join indicator_indicator b on b.id = i.base
                order by best.named desc, best.begun desc, best.titled desc, length(i.title), i.key
                """)
                .param("whole", String.join(" ", parts))
                .param("parts", parts.toArray(String[]::new))
                .param("patterns", patterns(parts, "%"))
                .param("beginnings", patterns(parts, "% "))
                .param("area", search.area())
                .param("perspective", search.perspective())
                .param("source", search.source())
                .param("bySex", search.split() == Search.Split.BY_SEX)
                .param("place", search.usedBy().map(PlaceCode::value).orElse(""))
                .param("size", Search.PAGE)
                .param("from", search.page() * Search.PAGE)
                .query((row, number) -> new Counted(row.getLong("total"), hit(row)))
                .list();
        return new Found(
                hits.isEmpty() ? 0 : hits.getFirst().total(),
                hits.stream().map(Counted::hit).toList());
    }

    private record Counted(long total, Found.Hit hit) {}

    private static Found.Hit hit(ResultSet row) throws SQLException {
        return new Found.Hit(indicator(row), row.getString("source_name"), row.getInt("users"), row.getInt("latest"));
    }

    private static String[] patterns(List<String> parts, String before) {
        return parts.stream()
                .map(part -> before + part.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toArray(String[]::new);
    }

    /** The areas there are, with how many indicators each has. */
    List<Facet> areas() {
        return facets("area");
    }

    /** The perspectives there are. */
    List<Facet> perspectives() {
        return facets("perspective");
    }

    private List<Facet> facets(String column) {
        return jdbc.sql("select " + column + " as name, count(*) as many from indicator_indicator where " + column
                        + " <> '' group by " + column + " order by " + column + " collate \"sv-x-icu\"")
                .query((row, number) -> new Facet(row.getString("name"), row.getLong("many")))
                .list();
    }

    void use(IndicatorKey key, PlaceCode place) {
        jdbc.sql("""
                insert into indicator_use (indicator, place, since)
                select id, :place, now() from indicator_indicator where key = :key on conflict do nothing
                """).param("place", place.value()).param("key", key.value()).update();
    }

    void leave(IndicatorKey key, PlaceCode place) {
        jdbc.sql("""
                delete from indicator_use where place = :place
                and indicator = (select id from indicator_indicator where key = :key)
                """).param("place", place.value()).param("key", key.value()).update();
    }

    /** The places that use an indicator. */
    List<PlaceCode> users(IndicatorKey key) {
        return jdbc.sql("""
                select u.place from indicator_use u join indicator_indicator i on i.id = u.indicator
                where i.key = :key order by u.place
                """)
                .param("key", key.value())
                .query((row, number) -> new PlaceCode(row.getString(1)))
                .list();
    }

    /** The places that use any. */
    List<PlaceCode> users() {
        return jdbc.sql("select distinct place from indicator_use order by place")
                .query((row, number) -> new PlaceCode(row.getString(1)))
                .list();
    }

    /** Whether anybody but its owner uses it, or it has a target, or another is told per it. */
    boolean isRelied(IndicatorKey key, PlaceCode owner) {
        return jdbc.sql("""
                select exists (select from indicator_use u where u.indicator = i.id and u.place <> :owner)
                    or exists (select from indicator_target t where t.indicator = i.id)
                    or exists (select from indicator_indicator o where o.base = i.id)
                    or exists (select from indicator_definition d where d.indicator <> i.id and d.definition::text like '%"' || i.key || '"%')
                from indicator_indicator i where i.key = :key
                """)
                .param("owner", owner.value())
                .param("key", key.value())
                .query(Boolean.class)
                .single();
    }

    /** Takes it away with its values, definitions and all that was noted of it. */
    void remove(IndicatorKey key) {
        jdbc.sql("delete from indicator_value where indicator = (select id from indicator_indicator where key = :key)")
                .param("key", key.value())
                .update();
        jdbc.sql("delete from indicator_indicator where key = :key")
                .param("key", key.value())
                .update();
    }

    /** The keys that a place uses. */
    List<IndicatorKey> used(PlaceCode place) {
        return jdbc.sql("""
                select i.key from indicator_use u join indicator_indicator i on i.id = u.indicator
                where u.place = :place order by i.title collate "sv-x-icu"
                """)
                .param("place", place.value())
                .query((row, number) -> new IndicatorKey(row.getString(1)))
                .list();
    }

    /** Decides what is wanted of an indicator and what it is a share or rate of. */
    void decide(IndicatorKey key, Wanted wanted, Optional<IndicatorKey> base) {
        jdbc.sql("""
                update indicator_indicator set wanted = :wanted,
                    base = (select id from indicator_indicator b where b.key = :base) where key = :key
                """)
                .param("wanted", wanted.name())
                .param("base", base.map(IndicatorKey::value).orElse(null))
                .param("key", key.value())
                .update();
    }
}
