package se.samsyn.exchange.cube;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Checks the shape of a JSON-stat 2.0 document as its JSON Schema has it (version 1.05): names, kinds of values and what must be there.
 * Every fault is a STRUCTURAL_VIOLATION.
 */
final class JsonStatShape {

    static final String CODE = "STRUCTURAL_VIOLATION";

    private static final Set<String> COMMON =
            Set.of("class", "version", "href", "label", "note", "link", "updated", "source", "error", "extension");
    private static final Set<String> ITEM = Set.of(
            "type",
            "class",
            "href",
            "label",
            "note",
            "link",
            "updated",
            "source",
            "extension",
            "category",
            "id",
            "size",
            "role",
            "dimension",
            "value",
            "status");
    private static final Set<String> DIMENSION = Set.of("href", "label", "note", "link", "extension", "category");
    private static final Set<String> CATEGORY = Set.of("index", "label", "note", "unit", "coordinates", "child");
    private static final Set<String> ROLES = Set.of("time", "geo", "metric");
    private static final Set<String> CLASSES = Set.of("dataset", "collection", "dimension");

    private final Problems problems;

    JsonStatShape(Problems problems) {
        this.problems = problems;
    }

    void root(Json root) {
        String kind = root.text("class");
        if (!CLASSES.contains(kind)) {
            tell("/class", "Ska vara dataset, collection eller dimension.");
            return;
        }
        boolean told = root.find("version").isPresent() || kind.equals("dataset");
        if (told && !root.text("version").equals("2.0")) {
            tell("/version", "Ska vara \"2.0\".");
        }
        Set<String> names = new HashSet<>(COMMON);
        if (kind.equals("dataset")) {
            names.addAll(Set.of("id", "size", "role", "dimension", "value", "status"));
            for (String name : List.of("value", "id", "size", "dimension")) {
                if (root.find(name).isEmpty()) {
                    tell("/" + name, "Måste finnas.");
                }
            }
        } else if (kind.equals("dimension")) {
            names.add("category");
        }
        names(root, "", names);
        properties(root, "");
    }

    private void names(Json node, String path, Set<String> allowed) {
        for (String name : node.members().keySet()) {
            if (!allowed.contains(name)) {
                tell(path + "/" + pointer(name), "Egenskapen finns inte i formatet.");
            }
        }
    }

    private void properties(Json node, String path) {
        for (Map.Entry<String, Json> member : node.members().entrySet()) {
            String here = path + "/" + pointer(member.getKey());
            Json value = member.getValue();
            switch (member.getKey()) {
                case "href" ->
                    must(value, here, each -> each instanceof Json.Text(String text) && isUri(text), "en adress");
                case "label", "source", "type" -> must(value, here, Json.Text.class::isInstance, "en text");
                case "note" -> strings(value, here);
                case "link" -> link(value, here);
                case "updated" ->
                    must(
                            value,
                            here,
                            each -> each instanceof Json.Text(String text) && isTime(text),
                            "ett datum eller en tidpunkt");
                case "error" -> must(value, here, Json.Items.class::isInstance, "en lista");
                case "extension" -> must(value, here, Json.Members.class::isInstance, "ett objekt");
                case "id" -> strings(value, here);
                case "size" ->
                    items(value, here, each -> each instanceof Json.Numeral number && number.isWhole(), "heltal");
                case "role" -> role(value, here);
                case "dimension" -> dimensions(value, here);
                case "category" -> category(value, here);
                case "value" -> column(value, here, false);
                case "status" -> column(value, here, true);
                default -> {}
            }
        }
    }

    private void role(Json role, String path) {
        must(role, path, Json.Members.class::isInstance, "ett objekt");
        names(role, path, ROLES);
        role.members().forEach((name, ids) -> strings(ids, path + "/" + pointer(name)));
    }

    private void dimensions(Json all, String path) {
        must(all, path, Json.Members.class::isInstance, "ett objekt");
        all.members().forEach((id, dimension) -> {
            String here = path + "/" + pointer(id);
            must(dimension, here, Json.Members.class::isInstance, "ett objekt");
            names(dimension, here, DIMENSION);
            if (dimension.find("category").isEmpty()) {
                tell(here + "/category", "Måste finnas.");
            }
            properties(dimension, here);
        });
    }

    private void category(Json category, String path) {
        must(category, path, Json.Members.class::isInstance, "ett objekt");
        names(category, path, CATEGORY);
        category.find("index").ifPresent(index -> {
            if (index instanceof Json.Members) {
                each(index, path + "/index", Json.Numeral.class::isInstance, "ett tal");
            } else {
                strings(index, path + "/index");
            }
        });
        category.find("label").ifPresent(label -> {
            must(label, path + "/label", each -> !each.members().isEmpty(), "ett objekt med minst en text");
            each(label, path + "/label", Json.Text.class::isInstance, "en text");
        });
        category.find("note").ifPresent(notes -> lists(notes, path + "/note"));
        category.find("child").ifPresent(child -> lists(child, path + "/child"));
        category.find("unit").ifPresent(unit -> {
            must(unit, path + "/unit", Json.Members.class::isInstance, "ett objekt");
            unit.members().forEach((code, one) -> unit(one, path + "/unit/" + pointer(code)));
        });
        category.find("coordinates")
                .ifPresent(places -> each(
                        places,
                        path + "/coordinates",
                        place -> place.items().size() <= 2
                                && place.items().stream().allMatch(Json.Numeral.class::isInstance)
                                && place instanceof Json.Items,
                        "två tal"));
    }

    private void unit(Json unit, String path) {
        must(unit, path, Json.Members.class::isInstance, "ett objekt");
        unit.find("label").ifPresent(each -> must(each, path + "/label", Json.Text.class::isInstance, "en text"));
        unit.find("decimals")
                .ifPresent(each -> must(
                        each,
                        path + "/decimals",
                        one -> one instanceof Json.Numeral number && number.isWhole(),
                        "ett heltal"));
        unit.find("position")
                .ifPresent(each -> must(
                        each,
                        path + "/position",
                        one -> one instanceof Json.Text(String text) && (text.equals("start") || text.equals("end")),
                        "start eller end"));
    }

    private void lists(Json node, String path) {
        must(node, path, Json.Members.class::isInstance, "ett objekt");
        node.members().forEach((code, list) -> strings(list, path + "/" + pointer(code)));
    }

    private void link(Json link, String path) {
        must(link, path, Json.Members.class::isInstance, "ett objekt");
        link.members().forEach((relation, targets) -> {
            String here = path + "/" + pointer(relation);
            must(targets, here, Json.Items.class::isInstance, "en lista");
            for (int i = 0; i < targets.items().size(); i++) {
                Json target = targets.items().get(i);
                must(target, here + "/" + i, Json.Members.class::isInstance, "ett objekt");
                Set<String> allowed = new HashSet<>(ITEM);
                allowed.add("version");
                names(target, here + "/" + i, target.text("class").equals("dataset") ? allowed : ITEM);
                properties(target, here + "/" + i);
            }
        });
    }

    private void column(Json value, String path, boolean status) {
        boolean shape = value instanceof Json.Column column
                ? column.others() == 0 && (!status || noNumbers(column))
                : status && value instanceof Json.Text;
        if (!shape) {
            tell(
                    path,
                    status
                            ? "Ska vara en text, en lista eller ett objekt av texter."
                            : "Ska vara en lista eller ett objekt av tal.");
        }
    }

    private static boolean noNumbers(Json.Column column) {
        for (int i = 0; i < column.count(); i++) {
            if (column.isNumber(i) || (column.keyed() && column.isNull(i))) {
                return false;
            }
        }
        return true;
    }

    private void strings(Json node, String path) {
        must(
                node,
                path,
                each -> each instanceof Json.Items(var all)
                        && each.texts().size() == all.size()
                        && new HashSet<>(each.texts()).size() == all.size(),
                "en lista av olika texter");
    }

    private void items(Json node, String path, Predicate<Json> shape, String wanted) {
        must(
                node,
                path,
                each -> each instanceof Json.Items(var all) && all.stream().allMatch(shape),
                "en lista av " + wanted);
    }

    private void each(Json node, String path, Predicate<Json> shape, String wanted) {
        must(node, path, Json.Members.class::isInstance, "ett objekt");
        node.members().forEach((name, value) -> must(value, path + "/" + pointer(name), shape, wanted));
    }

    private void must(Json node, String path, Predicate<Json> shape, String wanted) {
        if (!shape.test(node)) {
            tell(path, "Ska vara %s.".formatted(wanted));
        }
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        if (text.matches("(19|20)\\d\\d-(0?[1-9]|1[012])-(0?[1-9]|[12][0-9]|3[01])")) {
            return true;
        }
        try {
            return OffsetDateTime.parse(text).getYear() >= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void tell(String path, String text) {
        problems.add(Problem.error(CODE, 0, path, text));
    }

    /** A name as part of a JSON pointer (RFC 6901). */
    static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
