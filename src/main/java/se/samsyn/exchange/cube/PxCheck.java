package se.samsyn.exchange.cube;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for faults in the keywords of a PX file.
 *
 * <p>A fault that leaves the table whole is a warning: the reader goes on. A fault in a keyword the table cannot be understood without
 * stops. A heading without table is read strictly, since there is no table to save.
 */
final class PxCheck {

    private static final List<String> MANDATORY = List.of("MATRIX", "SUBJECT-AREA", "SUBJECT-CODE");
    private static final List<String> EXPECTED = List.of("TITLE", "CONTENTS", "UNITS", "DECIMALS");
    private static final int MOST_DECIMALS = 15;
    private static final int MOST_SHOWN = 6;

    private final PxHeading heading;
    private final Problems problems;
    private final boolean strict;

    PxCheck(PxHeading heading, Problems problems, boolean strict) {
        this.heading = heading;
        this.problems = problems;
        this.strict = strict;
    }

    void kinds() {
        Set<List<String>> seen = new HashSet<>();
        for (PxKeyword each : heading.all()) {
            PxKind.of(each.name())
                    .ifPresentOrElse(
                            kind -> holds(each, kind),
                            () -> warn(each, "UNKNOWN_KEYWORD", "Okänt nyckelord; det behålls som det är."));
            boolean again = !seen.add(List.of(each.name(), each.language(), String.join("\0", each.subjects())));
            if (again && !each.name().contains("NOTE")) {
                warn(each, "REPEATED", "Nyckelordet står mer än en gång; det sista gäller.");
            }
            String language = each.language();
            if (!language.isEmpty() && !heading.languages().contains(language)) {
                warn(each, "UNKNOWN_LANGUAGE", "Språket %s finns inte i LANGUAGES.".formatted(language));
            }
        }
    }

    private void holds(PxKeyword each, PxKind kind) {
        if (each.values().getFirst() instanceof PxValue.Damaged) {
            return;
        }
        boolean one = kind.holds() != PxKind.Holds.TEXTS && kind.holds() != PxKind.Holds.ANY;
        if (one && each.values().size() > 1) {
            fault(
                    each,
                    "MANY_VALUES",
                    "Nyckelordet ska ha ett enda värde men har %d."
                            .formatted(each.values().size()));
            return;
        }
        boolean quoted = each.values().stream().allMatch(PxValue.Quoted.class::isInstance);
        switch (kind.holds()) {
            case TEXT, TEXTS -> {
                if (!quoted) {
                    loose(each, "QUOTES_MISSING", "Värdet ska stå inom citattecken.");
                }
            }
            case NUMBER -> number(each, quoted);
            case YES_NO -> {
                if (!each.first().equalsIgnoreCase("YES") && !each.first().equalsIgnoreCase("NO")) {
                    loose(
                            each,
                            "NOT_YES_OR_NO",
                            "Värdet ska vara YES eller NO men är %s.".formatted(shortened(each.first())));
                } else if (quoted) {
                    loose(each, "QUOTES_TOO_MANY", "YES och NO ska stå utan citattecken.");
                }
            }
            case ANY -> {}
        }
    }

    private void number(PxKeyword each, boolean quoted) {
        if (!each.first().matches("\\d{1,4}")) {
            fault(each, "NOT_A_NUMBER", "Värdet ska vara ett heltal men är %s.".formatted(shortened(each.first())));
        } else if (quoted) {
            loose(each, "QUOTES_TOO_MANY", "Ett tal ska stå utan citattecken.");
        }
    }

    /** What a table must have. */
    void mandatory() {
        for (String name : MANDATORY) {
            if (heading.named(name).isEmpty()) {
                problems.stop(Problem.error("MISSING_KEYWORD", 0, name, "Det obligatoriska nyckelordet saknas."));
            }
        }
        if (heading.named("STUB").isEmpty() && heading.named("HEADING").isEmpty()) {
            problems.stop(Problem.error(
                    "MISSING_KEYWORD", 0, "STUB", "Både STUB och HEADING saknas, så tabellen har inga variabler."));
        }
        if (heading.named("TITLE").isEmpty() && heading.named("CONTENTS").isEmpty()) {
            problems.stop(Problem.error("MISSING_KEYWORD", 0, "TITLE", "Både TITLE och CONTENTS saknas."));
        }
        for (String name : EXPECTED) {
            if (heading.named(name).isEmpty()) {
                problems.add(Problem.warning("MISSING_KEYWORD", 0, name, "Nyckelordet ska finnas men saknas."));
            }
        }
    }

    void decimals() {
        int stored = heading.find("DECIMALS").map(PxCheck::count).orElse(0);
        heading.find("DECIMALS")
                .filter(each -> count(each) > MOST_DECIMALS)
                .ifPresent(each ->
                        warn(each, "DECIMALS_RANGE", "Antalet decimaler ska vara högst %d.".formatted(MOST_DECIMALS)));
        heading.find("SHOWDECIMALS").ifPresent(each -> {
            if (count(each) > MOST_SHOWN) {
                warn(each, "DECIMALS_RANGE", "Antalet visade decimaler ska vara högst %d.".formatted(MOST_SHOWN));
            } else if (heading.find("DECIMALS").isPresent() && count(each) > stored) {
                warn(each, "DECIMALS_RANGE", "Fler decimaler ska visas än de %d som DECIMALS anger.".formatted(stored));
            }
        });
    }

    static int count(PxKeyword keyword) {
        return keyword.first().matches("\\d{1,4}") ? Integer.parseInt(keyword.first()) : 0;
    }

    /** Whether what the keywords speak of is there. */
    void subjects() {
        Map<String, Map<String, Set<String>>> variables = new HashMap<>();
        for (String language : heading.languages()) {
            var values = new HashMap<String, Set<String>>();
            for (String variable : variables(language)) {
                Set<String> known = new HashSet<>(heading.texts("VALUES", language, variable));
                known.addAll(heading.texts("CODES", language, variable));
                known.addAll(heading.texts("CODES", heading.mainLanguage(), variable));
                values.put(variable, known);
            }
            variables.put(language, values);
        }
        for (PxKeyword each : heading.all()) {
            Map<String, Set<String>> known = variables.get(heading.languageOf(each));
            if (known != null) {
                PxKind.of(each.name()).ifPresent(kind -> speaks(each, kind, known));
            }
        }
    }

    private List<String> variables(String language) {
        return PxVariables.names(heading, language);
    }

    private void speaks(PxKeyword each, PxKind kind, Map<String, Set<String>> known) {
        List<String> subjects = each.subjects();
        switch (kind.of()) {
            case TABLE -> {
                if (!subjects.isEmpty()) {
                    warn(each, "SUBJECT", "Nyckelordet gäller hela tabellen och ska inte ha något inom parentes.");
                }
            }
            case VARIABLE -> variable(each, subjects.isEmpty() ? "" : subjects.getFirst(), known);
            case VALUE -> {
                if (!subjects.isEmpty()) {
                    variable(each, subjects.getFirst(), known);
                }
                Set<String> values = subjects.size() < 2 ? null : known.get(subjects.getFirst());
                if (values != null && !values.contains(subjects.get(1))) {
                    warn(each, "UNKNOWN_VALUE", "Variabeln har inget värde %s.".formatted(shortened(subjects.get(1))));
                }
            }
            case CONTENT -> {
                if (!subjects.isEmpty()) {
                    content(each, subjects.getFirst(), known);
                }
            }
            case CELLS -> cells(each, known);
            case ANY -> {}
        }
        if (each.name().equals("ELIMINATION") && each.values().getFirst() instanceof PxValue.Quoted(String value)) {
            Set<String> values = subjects.isEmpty() ? null : known.get(subjects.getFirst());
            if (values != null && !values.contains(value)) {
                warn(each, "UNKNOWN_VALUE", "Variabeln har inget värde %s.".formatted(shortened(value)));
            }
        }
    }

    private void variable(PxKeyword each, String name, Map<String, Set<String>> known) {
        if (!known.containsKey(name)) {
            warn(
                    each,
                    "UNKNOWN_VARIABLE",
                    "Variabeln %s finns varken i STUB eller HEADING.".formatted(shortened(name)));
        }
    }

    private void content(PxKeyword each, String value, Map<String, Set<String>> known) {
        String language = heading.languageOf(each);
        String measure = PxVariables.measure(heading, language);
        Set<String> values = known.get(measure);
        if (values == null || strict) {
            if (known.values().stream().noneMatch(some -> some.contains(value))) {
                warn(each, "UNKNOWN_VALUE", "Inget värde heter %s.".formatted(shortened(value)));
            }
        } else if (!values.contains(value)) {
            String text = "Innehållsvariabeln %s har inget värde %s.".formatted(measure, shortened(value));
            if (each.name().equals("UNITS")) {
                problems.stop(Problem.error("UNKNOWN_VALUE", each.line(), each.told(), text));
            } else {
                warn(each, "UNKNOWN_VALUE", text);
            }
        }
    }

    private void cells(PxKeyword each, Map<String, Set<String>> known) {
        List<String> names = variables(heading.languageOf(each));
        if (each.subjects().size() != names.size()) {
            warn(
                    each,
                    "SUBJECT",
                    "Ska ha ett värde eller * för var och en av de %d variablerna.".formatted(names.size()));
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            String value = each.subjects().get(i);
            Set<String> values = known.getOrDefault(names.get(i), Set.of());
            if (!value.equals(CellNote.ANY) && !values.contains(value)) {
                warn(
                        each,
                        "UNKNOWN_VALUE",
                        "Variabeln %s har inget värde %s.".formatted(names.get(i), shortened(value)));
            }
        }
    }

    /** A fault in the writing: stops where the keyword is essential or there is no table to save. */
    void fault(PxKeyword each, String code, String text) {
        if (strict || PxKind.ESSENTIAL.contains(each.name()) || each.name().isBlank()) {
            problems.stop(Problem.error(code, each.line(), each.told(), text));
        } else {
            warn(each, code, text);
        }
    }

    /** A fault in the writing that leaves the meaning: stops only where there is no table to save. */
    void loose(PxKeyword each, String code, String text) {
        if (strict) {
            problems.stop(Problem.error(code, each.line(), each.told(), text));
        } else {
            warn(each, code, text);
        }
    }

    void warn(PxKeyword each, String code, String text) {
        problems.add(Problem.warning(code, each.line(), each.told(), text));
    }

    static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return "”" + (line.length() <= 40 ? line : line.substring(0, 40) + "…") + "”";
    }
}
