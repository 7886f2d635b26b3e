package se.samsyn.exchange.cube;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes dimensions of the variables of a PX heading, stub before heading. */
final class PxVariables {

    private final PxHeading heading;
    private final Problems problems;
    private final String main;
    private final List<String> names;

    PxVariables(PxHeading heading, Problems problems) {
        this.heading = heading;
        this.problems = problems;
        this.main = heading.mainLanguage();
        this.names = names(heading, main);
    }

    /** Names of the variables in the language, stub before heading; empty if the language has none. */
    static List<String> names(PxHeading heading, String language) {
        var names = new ArrayList<>(heading.texts("STUB", language));
        names.addAll(heading.texts("HEADING", language));
        return names;
    }

    /** The variable that says what is measured, by the main language where the language does not say; blank if there is none. */
    static String measure(PxHeading heading, String language) {
        Optional<String> told = heading.find("CONTVARIABLE", language).map(PxKeyword::first);
        if (told.isPresent()) {
            return told.get();
        }
        String main = heading.find("CONTVARIABLE").map(PxKeyword::first).orElse("");
        int place = names(heading, heading.mainLanguage()).indexOf(main);
        List<String> names = names(heading, language);
        return place >= 0 && place < names.size() ? names.get(place) : "";
    }

    /** The dimensions; of no use if the problems stop. */
    List<Dimension> dimensions() {
        var dimensions = new ArrayList<Dimension>();
        Set<String> codes = new HashSet<>();
        if (new HashSet<>(names).size() < names.size()) {
            problems.stop(Problem.error(
                    "REPEATED_VARIABLE", 0, "STUB", "Samma variabel står två gånger i STUB och HEADING."));
            return dimensions;
        }
        if (names.size() > Limits.DIMENSIONS) {
            problems.stop(Problem.error("TOO_LARGE", 0, "STUB", "Fler än %d variabler.".formatted(Limits.DIMENSIONS)));
            return dimensions;
        }
        heading.find("CONTVARIABLE")
                .filter(each -> !names.contains(each.first()))
                .ifPresent(each -> problems.stop(Problem.error(
                        "UNKNOWN_VARIABLE",
                        each.line(),
                        "CONTVARIABLE",
                        "Variabeln finns varken i STUB eller HEADING.")));
        languages();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            List<String> values = heading.texts("VALUES", main, name);
            if (values.isEmpty()) {
                problems.stop(Problem.error(
                        "MISSING_KEYWORD", 0, "VALUES(\"%s\")".formatted(name), "Variabeln har inga värden."));
            } else {
                String code = heading.find("VARIABLECODE", main, name)
                        .map(PxKeyword::first)
                        .orElse(name);
                dimensions.add(dimension(i, codes.add(code) ? code : name + " " + (i + 1), values));
            }
        }
        return dimensions;
    }

    private void languages() {
        for (String language : heading.languages()) {
            List<String> there = names(heading, language);
            if (there.size() != names.size()) {
                problems.add(Problem.warning(
                        "LANGUAGE_INCOMPLETE",
                        0,
                        "STUB[%s]".formatted(language),
                        "Språket %s har inte samma antal variabler som huvudspråket; huvudspråkets texter används."
                                .formatted(language)));
            }
            for (String name : List.of("CONTVARIABLE", "TITLE", "CONTENTS", "DESCRIPTIONDEFAULT")) {
                if (heading.find(name).isPresent()
                        && heading.find(name, language).isEmpty()) {
                    problems.add(Problem.warning(
                            "LANGUAGE_INCOMPLETE",
                            heading.find(name).orElseThrow().line(),
                            "%s[%s]".formatted(name, language),
                            "Nyckelordet saknas på språket %s; huvudspråkets används.".formatted(language)));
                }
            }
        }
    }

    private Dimension dimension(int place, String code, List<String> values) {
        String name = names.get(place);
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, List<String>> byLanguage = new LinkedHashMap<>();
        Map<String, String> nameIn = new LinkedHashMap<>();
        for (String language : heading.languages()) {
            List<String> there = names(heading, language);
            if (there.size() != names.size()) {
                continue;
            }
            labels.put(language, there.get(place));
            nameIn.put(language, there.get(place));
            List<String> texts = heading.texts("VALUES", language, there.get(place));
            if (texts.size() == values.size()) {
                byLanguage.put(language, texts);
            } else {
                problems.add(Problem.warning(
                        "LANGUAGE_INCOMPLETE",
                        heading.find("VALUES", language, there.get(place))
                                .map(PxKeyword::line)
                                .orElse(0),
                        "VALUES[%s](\"%s\")".formatted(language, there.get(place)),
                        "%d värden där huvudspråket har %d; huvudspråkets används."
                                .formatted(texts.size(), values.size())));
            }
        }
        List<String> codes = codes(name, values);
        Optional<Timeline> timeline = timeline(name, values.size());
        Role role = role(name, timeline.isPresent());
        var categories = new ArrayList<Category>();
        for (int i = 0; i < values.size(); i++) {
            categories.add(category(name, nameIn, codes.get(i), i, byLanguage, role));
        }
        return new Dimension(
                code,
                new Texts(labels),
                role,
                categories,
                children(name, new HashSet<>(codes)),
                PxNotes.notes(heading, "NOTE", nameIn, Map.of()),
                timeline);
    }

    private Category category(
            String name,
            Map<String, String> nameIn,
            String code,
            int place,
            Map<String, List<String>> byLanguage,
            Role role) {
        Map<String, String> texts = new LinkedHashMap<>();
        byLanguage.forEach((language, values) -> texts.put(language, values.get(place)));
        String value = texts.getOrDefault(main, code);
        OptionalInt decimals = heading.find("PRECISION", main, name, value)
                .map(each -> OptionalInt.of(PxCheck.count(each)))
                .orElse(OptionalInt.empty());
        Map<String, String> units = new LinkedHashMap<>();
        if (role == Role.MEASURE) {
            texts.forEach((language, text) -> heading.find("UNITS", language, text)
                    .or(() -> heading.find("UNITS", language))
                    .ifPresent(unit -> units.put(language, unit.first())));
            decimals = decimals.isPresent() ? decimals : shown(heading);
        }
        List<Note> notes = PxNotes.notes(heading, "VALUENOTE", nameIn, texts);
        return new Category(code, new Texts(texts), new Unit(new Texts(units), decimals), notes);
    }

    /** How many decimals the table shows. */
    static OptionalInt shown(PxHeading heading) {
        return heading.find("SHOWDECIMALS")
                .or(() -> heading.find("DECIMALS"))
                .map(each -> OptionalInt.of(PxCheck.count(each)))
                .orElse(OptionalInt.empty());
    }

    private List<String> codes(String name, List<String> values) {
        Optional<PxKeyword> told = heading.find("CODES", main, name);
        List<String> codes = told.map(PxKeyword::texts).orElse(values);
        int line = told.map(PxKeyword::line).orElse(0);
        String where = told.map(PxKeyword::told).orElse("VALUES(\"%s\")".formatted(name));
        if (codes.size() != values.size()) {
            problems.add(Problem.warning(
                    "CODES_COUNT",
                    line,
                    where,
                    "%d koder för %d värden; värdena används som koder.".formatted(codes.size(), values.size())));
            codes = values;
        }
        Set<String> seen = new HashSet<>();
        for (String code : codes) {
            if (!seen.add(code)) {
                problems.stop(Problem.error(
                        "REPEATED_VALUE", line, where, "Två värden har koden %s.".formatted(PxCheck.shortened(code))));
                return codes;
            }
        }
        return codes;
    }

    private Role role(String name, boolean time) {
        if (name.equals(measure(heading, main))) {
            return Role.MEASURE;
        }
        String type = heading.find("VARIABLE-TYPE", main, name)
                .map(PxKeyword::first)
                .orElse("")
                .strip();
        if (time || type.equalsIgnoreCase("T") || type.equalsIgnoreCase("Time")) {
            return Role.TIME;
        }
        if (type.equalsIgnoreCase("C") || type.equalsIgnoreCase("Contents")) {
            return Role.MEASURE;
        }
        boolean area =
                type.equalsIgnoreCase("G") || type.toLowerCase(Locale.ROOT).startsWith("geo");
        return area || heading.find("MAP", main, name).isPresent() ? Role.REGION : Role.CLASSIFICATION;
    }

    private Optional<Timeline> timeline(String name, int size) {
        Optional<PxKeyword> told = heading.find("TIMEVAL", main, name);
        if (told.isEmpty() || told.get().values().getFirst() instanceof PxValue.Damaged) {
            return Optional.empty();
        }
        String list = told.get().first().replaceAll("\\s", "");
        if (!list.matches("TLIST\\([AHTQMWD]1(,\"[^\"]*\"(-\"[^\"]*\")?)*\\)")) {
            problems.add(Problem.warning(
                    "TIMEVAL",
                    told.get().line(),
                    told.get().told(),
                    "Tidslistan går inte att förstå; den behålls som den är."));
            return Optional.empty();
        }
        List<String> periods = told.get().texts().subList(1, told.get().values().size());
        if (!periods.isEmpty() && periods.size() != size) {
            problems.add(Problem.warning(
                    "TIMEVAL",
                    told.get().line(),
                    told.get().told(),
                    "%d perioder för %d värden; perioderna används inte.".formatted(periods.size(), size)));
            periods = List.of();
        }
        return Optional.of(new Timeline(list.substring(6, 8), periods));
    }

    private Map<String, List<String>> children(String name, Set<String> codes) {
        Map<String, List<String>> children = new LinkedHashMap<>();
        Optional<PxKeyword> told = heading.find("HIERARCHIES", main, name);
        if (told.isEmpty()) {
            return children;
        }
        Set<String> unknown = new HashSet<>();
        for (PxValue value : told.get().values()) {
            if (value instanceof PxValue.Step(String parent, String child)) {
                if (codes.contains(parent) && codes.contains(child)) {
                    children.computeIfAbsent(parent, code -> new ArrayList<>()).add(child);
                } else {
                    unknown.add(codes.contains(parent) ? child : parent);
                }
            }
        }
        if (!unknown.isEmpty()) {
            problems.add(Problem.warning(
                    "HIERARCHY",
                    told.get().line(),
                    told.get().told(),
                    "%d koder i hierarkin finns inte i CODES, bland dem %s."
                            .formatted(
                                    unknown.size(),
                                    PxCheck.shortened(unknown.iterator().next()))));
        }
        if (Hierarchy.hasCycle(children)) {
            problems.add(Problem.warning(
                    "HIERARCHY",
                    told.get().line(),
                    told.get().told(),
                    "Hierarkin går runt i en ring; den används inte."));
            return Map.of();
        }
        return children;
    }
}
