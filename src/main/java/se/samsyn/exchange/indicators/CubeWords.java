package se.samsyn.exchange.indicators;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import se.samsyn.exchange.cube.Category;
import se.samsyn.exchange.cube.Dimension;
import se.samsyn.exchange.cube.Texts;
import se.samsyn.indicator.SexPart;

/** What the names and codes of a published table mean, in Swedish, English and the Nordic neighbours' words. */
final class CubeWords {

    private static final Set<String> WOMEN = Set.of(
            "kvinnor",
            "kvinna",
            "flickor",
            "flicka",
            "women",
            "woman",
            "female",
            "females",
            "girls",
            "kvinner",
            "kvinder",
            "naiset",
            "kvinnor totalt");
    private static final Set<String> MEN = Set.of(
            "män", "man", "pojkar", "pojke", "men", "male", "males", "boys", "menn", "mænd", "miehet", "män totalt");
    private static final Set<String> ALL = Set.of(
            "totalt",
            "total",
            "samtliga",
            "alla",
            "all",
            "summa",
            "båda",
            "båda könen",
            "båda kön",
            "kvinnor och män",
            "män och kvinnor",
            "both",
            "both sexes",
            "women and men",
            "men and women",
            "males and females",
            "i alt",
            "begge kjønn",
            "yhteensä",
            "tot",
            "totala",
            "totalt antal",
            "in total",
            "samtliga personer",
            "hela befolkningen");
    private static final List<String> SEX = List.of("kön", "kon", "sex", "gender", "kjønn", "køn", "sukupuoli");
    private static final List<String> PLACE = List.of(
            "region",
            "kommun",
            "län",
            "lan",
            "plats",
            "ort",
            "place",
            "municipal",
            "county",
            "counties",
            "geo",
            "område",
            "hemkommun",
            "area");
    private static final List<String> TIME =
            List.of("tid", "år", "ar", "time", "year", "period", "vuosi", "kalenderår", "mätår");

    private CubeWords() {}

    static String swedish(Texts texts) {
        return texts.in("sv").strip();
    }

    static String name(Dimension dimension) {
        String label = swedish(dimension.label());
        return label.isBlank() ? dimension.code() : label;
    }

    static String name(Category category) {
        String label = swedish(category.label());
        return label.isBlank() ? category.code() : label;
    }

    private static Stream<String> spoken(String code, Texts label) {
        return Stream.concat(Stream.of(code), label.byLanguage().values().stream())
                .map(text -> text.strip().toLowerCase(Locale.ROOT));
    }

    static boolean saysSex(Dimension dimension) {
        return spoken(dimension.code(), dimension.label()).anyMatch(SEX::contains);
    }

    static boolean saysPlace(Dimension dimension) {
        return spoken(dimension.code(), dimension.label())
                .anyMatch(text -> PLACE.stream().anyMatch(text::startsWith));
    }

    static boolean saysTime(Dimension dimension) {
        return spoken(dimension.code(), dimension.label()).anyMatch(TIME::contains);
    }

    /** Whether it has categories for both women and men by their names. */
    static boolean partsBySex(Dimension dimension) {
        Set<Optional<SexPart>> parts = Set.copyOf(
                dimension.categories().stream().map(CubeWords::sexByName).toList());
        return parts.contains(Optional.of(SexPart.WOMEN)) && parts.contains(Optional.of(SexPart.MEN));
    }

    private static Optional<SexPart> sexByName(Category category) {
        return category.label().byLanguage().values().stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .flatMap(text -> sexOf(text).stream())
                .findFirst()
                .or(() -> sexOf(category.code().strip().toLowerCase(Locale.ROOT)));
    }

    private static Optional<SexPart> sexOf(String text) {
        if (WOMEN.contains(text)) {
            return Optional.of(SexPart.WOMEN);
        }
        if (MEN.contains(text)) {
            return Optional.of(SexPart.MEN);
        }
        return ALL.contains(text) ? Optional.of(SexPart.ALL) : Optional.empty();
    }

    /** By its name; else by its code as Statistics Sweden (1 men, 2 women) and Kolada write it. F is nobody's. */
    static Optional<SexPart> sex(Category category) {
        return sexByName(category).or(() -> switch (category.code().strip()) {
            case "K", "k", "2" -> Optional.of(SexPart.WOMEN);
            case "M", "m", "1" -> Optional.of(SexPart.MEN);
            case "T", "t", "1+2", "0" -> Optional.of(SexPart.ALL);
            default -> Optional.empty();
        });
    }

    /** Whether a category stands for all the others together. */
    static boolean isTotal(Category category) {
        return spoken(category.code(), category.label())
                .anyMatch(text -> ALL.contains(text)
                        || text.startsWith("totalt ")
                        || text.startsWith("samtliga ")
                        || text.startsWith("total "));
    }

    /** The year of a category of time, told by its code or else its name; empty for months, quarters and spans. */
    static OptionalInt year(Category category) {
        return Stream.concat(Stream.of(category.code()), category.label().byLanguage().values().stream())
                .map(String::strip)
                .filter(text -> text.matches("1[789]\\d\\d|2[01]\\d\\d"))
                .mapToInt(Integer::parseInt)
                .findFirst();
    }
}
