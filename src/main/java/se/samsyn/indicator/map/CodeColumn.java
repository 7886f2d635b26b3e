package se.samsyn.indicator.map;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.samsyn.kernel.PlaceCode;

/**
 * Which property of the objects of a file holds the codes of places: the one with the most different known codes. Where two have as
 * many, a name codes usually go by decides, and codes of municipalities go before those of regions. A property of another name
 * counts only if four objects of five have a known code there.
 */
record CodeColumn(String property) {

    /** The name of the id that stands beside the properties. */
    static final String FEATURE_ID = "@id";

    private static final List<String> USUAL = List.of(
            "kommunkod",
            "knkod",
            "kommunnr",
            "municipalitycode",
            "lankod",
            "lanskod",
            "lnkod",
            "lannr",
            "regionkod",
            "regioncode",
            "countycode",
            "code",
            "kod",
            "id",
            "kommun",
            "municipality",
            "lan",
            "county",
            "region");
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,4})(?:\\.0{1,10})?");

    /** The code a value stands for: leading zeros that numbers lack are put back, 114 is 0114 and 1 is 01. */
    static Optional<PlaceCode> code(String value) {
        var matcher = WHOLE.matcher(value.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(1);
        return Optional.of(new PlaceCode(digits.length() % 2 == 0 ? digits : "0" + digits));
    }

    /** The property with codes; empty if there is none. */
    static Optional<CodeColumn> of(List<GeoJson.Feature> features, Set<PlaceCode> known) {
        Map<String, Set<PlaceCode>> codes = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (GeoJson.Feature feature : features) {
            feature.properties().forEach((name, value) -> {
                Set<PlaceCode> found = codes.computeIfAbsent(name, each -> new HashSet<>());
                code(value).filter(known::contains).ifPresent(code -> {
                    found.add(code);
                    counts.merge(name, 1, Integer::sum);
                });
            });
        }
        Optional<String> best = Optional.empty();
        long most = 0;
        for (Map.Entry<String, Set<PlaceCode>> entry : codes.entrySet()) {
            int matching = counts.getOrDefault(entry.getKey(), 0);
            boolean counted = usual(entry.getKey()) < USUAL.size() || 5L * matching >= 4L * features.size();
            long weight = counted && matching > 0 ? weight(entry.getKey(), entry.getValue()) : 0;
            if (weight > most) {
                most = weight;
                best = Optional.of(entry.getKey());
            }
        }
        return best.or(() -> namedAsCodes(codes.keySet(), features)).map(CodeColumn::new);
    }

    private static long weight(String name, Set<PlaceCode> codes) {
        long municipalities =
                codes.stream().filter(code -> code.value().length() == 4).count();
        return codes.size() * 1000L + (USUAL.size() - usual(name)) * 2L + (2 * municipalities > codes.size() ? 1 : 0);
    }

    /** A property whose name and values are those of codes, though none of them is known. */
    private static Optional<String> namedAsCodes(Set<String> names, List<GeoJson.Feature> features) {
        return names.stream()
                .filter(name -> usual(name) < USUAL.indexOf("id"))
                .filter(name -> features.stream()
                        .anyMatch(feature -> code(feature.properties().getOrDefault(name, ""))
                                .isPresent()))
                .findFirst();
    }

    private static int usual(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace('ä', 'a').replaceAll("[^a-z]", "");
        int index = USUAL.indexOf(plain);
        return index < 0 ? USUAL.size() : index;
    }

    /** The value of an object; empty text where it has none. */
    String value(GeoJson.Feature feature) {
        return feature.properties().getOrDefault(property, "");
    }

    /** All properties of a file, the first ones. */
    static String names(List<GeoJson.Feature> features) {
        var names = new LinkedHashSet<String>();
        features.forEach(feature -> names.addAll(feature.properties().keySet()));
        names.remove(FEATURE_ID);
        return names.isEmpty()
                ? "inga"
                : String.join(", ", names.stream().limit(12).toList());
    }
}
