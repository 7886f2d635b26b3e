package se.samsyn.exchange.cube;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks what the parts of a JSON-stat data set say of each other: rules S1 to S8, D1 to D7 and OVF of the JSON-stat validator
 * (github.com/jsonstat/validator, rule set 1.0.0), with its codes and severities.
 */
final class JsonStatRules {

    private static final long MOST_CELLS = 50_000_000;

    private final Json set;
    private final String path;
    private final Problems problems;
    private final List<String> ids;
    private final List<Long> sizes;
    private final boolean sized;

    JsonStatRules(Json set, String path, Problems problems) {
        this.set = set;
        this.path = path;
        this.problems = problems;
        Json holder = set.find("id").isPresent() ? set : set.find("dimension").orElse(set);
        this.ids = holder.find("id").map(Json::texts).orElse(List.of());
        List<Json> told = holder.find("size").map(Json::items).orElse(List.of());
        this.sizes =
                told.stream().map(JsonStatRules::size).filter(size -> size >= 0).toList();
        this.sized = holder.find("size").isPresent() && sizes.size() == told.size();
    }

    /** A size, also when it is written as a text; -1 if it is none. */
    private static long size(Json size) {
        if (size instanceof Json.Numeral number && number.isWhole()) {
            return (long) number.value();
        }
        return size instanceof Json.Text(String text) && text.matches("\\d{1,15}") ? Long.parseLong(text) : -1;
    }

    List<String> ids() {
        return ids;
    }

    List<Long> sizes() {
        return sizes;
    }

    /** The dimensions by name, without the id, size and role that 1.x keeps among them. */
    static Map<String, Json> dimensions(Json set) {
        Json all = set.find("dimension").orElse(new Json.Null());
        if (set.find("id").isPresent()) {
            return all.members();
        }
        var named = new LinkedHashMap<>(all.members());
        if (named.get("id") instanceof Json.Items) {
            named.keySet().removeAll(Set.of("id", "size", "role"));
        }
        return named;
    }

    static Json roles(Json set) {
        return set.find("role")
                .or(() -> set.find("dimension").flatMap(all -> all.find("role")))
                .orElse(new Json.Null());
    }

    void check() {
        Map<String, Json> dimensions = dimensions(set);
        if (Math.max(ids.size(), dimensions.size()) > Limits.DIMENSIONS) {
            error(JsonStatShape.CODE, "/id", "Fler än %d dimensioner.".formatted(Limits.DIMENSIONS));
            return;
        }
        if (sized && ids.size() != sizes.size()) {
            error(
                    "ID_SIZE_LEN_MISMATCH",
                    "/id",
                    "%d dimensioner men %d storlekar.".formatted(ids.size(), sizes.size()));
        }
        if (set.find("dimension").isPresent() && !dimensions.keySet().equals(new HashSet<>(ids))) {
            Set<String> odd = new LinkedHashSet<>(dimensions.keySet());
            odd.removeAll(ids);
            ids.stream().filter(id -> !dimensions.containsKey(id)).forEach(odd::add);
            error(
                    "DIM_KEY_ID_MISMATCH",
                    "/dimension",
                    "Namnen i dimension och id skiljer sig: %s.".formatted(shortened(odd)));
        }
        cells();
        roles(dimensions);
        for (Map.Entry<String, Json> each : dimensions.entrySet()) {
            int place = ids.indexOf(each.getKey());
            long size = sized && place >= 0 && place < sizes.size() ? sizes.get(place) : -1;
            new OneDimension(each.getKey(), each.getValue(), size).check();
        }
    }

    private void cells() {
        if (!sized) {
            return;
        }
        long product = 1;
        for (long size : sizes) {
            product = Cube.times(product, size);
        }
        if (product > MOST_CELLS) {
            error("CUBE_SIZE_OVERFLOW", "/size", "Storlekarna ger fler än %d celler.".formatted(MOST_CELLS));
            return;
        }
        if (set.find("value").orElse(null) instanceof Json.Column values) {
            count(values, product, "value", "VALUE_LEN_MISMATCH", "SPARSE_KEY_OUT_OF_RANGE");
        }
        if (set.find("status").orElse(null) instanceof Json.Column statuses) {
            count(statuses, product, "status", "STATUS_LEN_MISMATCH", "STATUS_KEY_OUT_OF_RANGE");
        }
    }

    private void count(Json.Column column, long product, String name, String length, String range) {
        if (!column.keyed()) {
            if (column.count() != product) {
                error(length, "/" + name, "%d i listan där storlekarna ger %d.".formatted(column.count(), product));
            }
            return;
        }
        column.badKeys()
                .forEach(key -> error(
                        range,
                        "/" + name + "/" + JsonStatShape.pointer(key),
                        "Nyckeln ska vara ett heltal från 0 till %d.".formatted(product - 1)));
        for (int i = 0; i < column.count(); i++) {
            if (column.key(i) >= product) {
                error(
                        range,
                        "/" + name + "/" + column.key(i),
                        "Nyckeln ska vara ett heltal från 0 till %d.".formatted(product - 1));
            }
        }
    }

    private void roles(Map<String, Json> dimensions) {
        Json roles = roles(set);
        for (String role : List.of("time", "geo", "metric")) {
            List<String> named = roles.find(role).map(Json::texts).orElse(List.of());
            named.stream()
                    .filter(id -> !ids.contains(id))
                    .forEach(id -> error(
                            "ROLE_ID_UNKNOWN",
                            "/role/" + role,
                            "Ingen dimension heter %s.".formatted(PxCheck.shortened(id))));
        }
        for (String id : roles.find("metric").map(Json::texts).orElse(List.of())) {
            Json dimension = dimensions.get(id);
            boolean unit = dimension != null
                    && dimension
                            .find("category")
                            .flatMap(category -> category.find("unit"))
                            .filter(units -> !units.members().isEmpty())
                            .isPresent();
            if (ids.contains(id) && !unit) {
                problems.add(
                        Problem.warning("METRIC_UNIT_MISSING", 0, at(id, "/unit"), "Det som mäts har ingen enhet."));
            }
        }
    }

    private String at(String dimension, String rest) {
        return path + "/dimension/" + JsonStatShape.pointer(dimension) + "/category" + rest;
    }

    private void error(String code, String where, String text) {
        problems.stop(Problem.error(code, 0, path + where, text));
    }

    private static String shortened(Iterable<String> names) {
        return PxCheck.shortened(String.join(", ", names));
    }

    /** Codes of a category object in their order; those of its labels if it has no index. */
    static List<String> codes(Json category) {
        Json index = category.find("index").orElse(new Json.Null());
        if (index instanceof Json.Members(var places)) {
            var codes = new ArrayList<>(places.entrySet());
            codes.sort(Comparator.comparingDouble(
                    each -> each.getValue() instanceof Json.Numeral(double place) ? place : Double.MAX_VALUE));
            return codes.stream().map(Map.Entry::getKey).toList();
        }
        return index instanceof Json.Items
                ? index.texts()
                : List.copyOf(
                        category.find("label").orElse(new Json.Null()).members().keySet());
    }

    /** The rules of one dimension. */
    private final class OneDimension {

        private final String id;
        private final Json category;
        private final long size;
        private final Set<String> codes;

        OneDimension(String id, Json dimension, long size) {
            this.id = id;
            this.category = dimension.find("category").orElse(new Json.Null());
            this.size = size;
            this.codes = new LinkedHashSet<>(codes(category));
        }

        void check() {
            Json index = category.find("index").orElse(new Json.Null());
            if (index instanceof Json.Items(var all) && size >= 0 && all.size() != size) {
                error(
                        "INDEX_COUNT_MISMATCH",
                        at("/index"),
                        "%d kategorier där storleken är %d.".formatted(all.size(), size));
            }
            if (index instanceof Json.Members(var places) && size >= 0 && !isPermutation(places)) {
                error(
                        "INDEX_POSITIONS_INVALID",
                        at("/index"),
                        "Platserna ska vara vart och ett av talen 0 till %d.".formatted(size - 1));
            }
            if (category.find("index").isPresent()) {
                keys("label", "LABEL_KEY_UNKNOWN");
                keys("unit", "UNIT_KEY_UNKNOWN");
                keys("coordinates", "COORD_KEY_UNKNOWN");
                keys("note", "NOTE_KEY_UNKNOWN");
                labelled();
                children();
            }
            if (Hierarchy.hasCycle(JsonStatCube.children(category))) {
                error("CHILD_CYCLE", at("/child"), "Hierarkin går runt i en ring.");
            }
        }

        private String at(String rest) {
            return "/dimension/" + JsonStatShape.pointer(id) + "/category" + rest;
        }

        private boolean isPermutation(Map<String, Json> places) {
            Set<Double> seen = new HashSet<>();
            for (Json place : places.values()) {
                boolean fits = place instanceof Json.Numeral number
                        && number.isWhole()
                        && number.value() >= 0
                        && number.value() < size
                        && seen.add(number.value() + 0.0);
                if (!fits) {
                    return false;
                }
            }
            return seen.size() == size;
        }

        private void keys(String name, String code) {
            List<String> odd = category.find(name).orElse(new Json.Null()).members().keySet().stream()
                    .filter(key -> !codes.contains(key))
                    .toList();
            if (!odd.isEmpty()) {
                error(code, at("/" + name), "Finns inte bland kategorierna: %s.".formatted(shortened(odd)));
            }
        }

        private void labelled() {
            Map<String, Json> labels =
                    category.find("label").orElse(new Json.Null()).members();
            boolean odd = labels.keySet().stream().anyMatch(key -> !codes.contains(key));
            if (category.find("label").isPresent() && !odd && labels.size() < codes.size()) {
                problems.add(Problem.warning(
                        "LABEL_KEY_INCOMPLETE",
                        0,
                        path + at("/label"),
                        "%d kategorier saknar namn.".formatted(codes.size() - labels.size())));
            }
        }

        private void children() {
            Set<String> odd = new LinkedHashSet<>();
            JsonStatCube.children(category).forEach((parent, below) -> {
                if (!codes.contains(parent)) {
                    odd.add(parent);
                }
                below.stream().filter(child -> !codes.contains(child)).forEach(odd::add);
            });
            if (!odd.isEmpty()) {
                error("CHILD_ID_UNKNOWN", at("/child"), "Finns inte bland kategorierna: %s.".formatted(shortened(odd)));
            }
        }
    }
}
