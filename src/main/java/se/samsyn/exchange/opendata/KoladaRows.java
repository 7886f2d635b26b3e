package se.samsyn.exchange.opendata;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import se.samsyn.kernel.Level;
import tools.jackson.databind.JsonNode;

/** Rows of Kolada's lists as records. A row without a readable id throws {@link Fields.Unreadable}. */
final class KoladaRows {

    private KoladaRows() {}

    static Optional<KoladaKpi> kpi(JsonNode row, Walk walk) {
        return Optional.of(new KoladaKpi(
                Fields.id(row.path("id")),
                Fields.text(row.path("title")),
                Fields.text(row.path("description")),
                Fields.text(Fields.first(row, "auspice", "auspices")),
                Fields.text(row.path("operating_area")),
                Fields.text(row.path("perspective")),
                levels(Fields.text(row.path("municipality_type"))),
                Fields.flag(row.path("is_divided_by_gender")),
                Fields.flag(row.path("has_ou_data")),
                Fields.day(row.path("publication_date")),
                Fields.day(row.path("prel_publication_date")),
                Fields.text(row.path("publ_period"))));
    }

    private static Set<Level> levels(String type) {
        return switch (type) {
            case "K" -> Set.of(Level.MUNICIPALITY);
            case "L" -> Set.of(Level.REGION);
            case "A", "alla" -> Set.of(Level.MUNICIPALITY, Level.REGION);
            default -> Set.of();
        };
    }

    static Optional<KoladaPlace> place(JsonNode row, Walk walk) {
        KoladaId id = Fields.id(row.path("id"));
        String type = Fields.text(row.path("type"));
        if (id.place().isEmpty() || (!type.equals("K") && !type.equals("L"))) {
            walk.warn("Rader som varken är kommun eller region har hoppats över", id.value());
            return Optional.empty();
        }
        return Optional.of(new KoladaPlace(id, Fields.text(row.path("title")), KoladaPlace.Type.valueOf(type)));
    }

    static Optional<KoladaGroup> group(JsonNode row, Walk walk) {
        JsonNode members = row.path("members");
        if (!members.isArray() && !members.isNull() && !members.isMissingNode()) {
            throw new Fields.Unreadable();
        }
        var list = new ArrayList<KoladaGroup.Member>();
        for (JsonNode member : members) {
            list.add(
                    member.isObject()
                            ? new KoladaGroup.Member(
                                    Fields.id(Fields.first(member, "id", "member_id")),
                                    Fields.text(Fields.first(member, "title", "member_title")))
                            : new KoladaGroup.Member(Fields.id(member), ""));
        }
        return Optional.of(new KoladaGroup(Fields.id(row.path("id")), Fields.text(row.path("title")), list));
    }

    static Optional<KoladaUnit> unit(JsonNode row, Walk walk) {
        JsonNode municipality = row.path("municipality");
        return Optional.of(new KoladaUnit(
                Fields.id(row.path("id")),
                Fields.text(row.path("title")),
                Fields.text(municipality).isEmpty() ? Optional.empty() : Optional.of(Fields.id(municipality))));
    }
}
