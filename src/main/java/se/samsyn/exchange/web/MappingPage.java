package se.samsyn.exchange.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.samsyn.exchange.Mapping;
import se.samsyn.exchange.NumbersInText;
import se.samsyn.exchange.Origin;
import se.samsyn.exchange.Shape;
import se.samsyn.exchange.Trait;
import se.samsyn.exchange.person.NumberFinder;
import se.samsyn.exchange.sheet.Column;
import se.samsyn.exchange.sheet.Sheet;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Question;
import se.samsyn.instrument.QuestionType;

/** What the mapping page shows: a line for each column, prefilled. Personal numbers are masked. */
record MappingPage(
        String name,
        boolean perOccasion,
        boolean mask,
        String opened,
        List<Line> lines,
        List<String> traits,
        List<Choice> variables,
        List<String> waves) {

    /** Values beyond these are left to be taken as they are. */
    private static final int MOST_CODES = 20;

    /** A column of the file. */
    record Line(
            int index,
            String name,
            String examples,
            String role,
            String wave,
            List<Code> codes,
            List<Choice> options) {}

    /** A value of a column and what it means. */
    record Code(int index, String value, String meaning) {}

    /** Something to choose. */
    record Choice(String value, String label) {}

    static MappingPage of(Mapping mapping, Sheet sheet, Form form, LocalDate today, Locale locale) {
        return new MappingPage(
                mapping.name(),
                mapping.shape() instanceof Shape.RowPerOccasion,
                mapping.numbersInText() == NumbersInText.MASK,
                mapping.find(Trait.OPENED).flatMap(Origin::constant).orElse(""),
                sheet.columns().stream()
                        .map(column -> line(mapping, column, form, today, locale))
                        .toList(),
                java.util.Arrays.stream(Trait.values()).map(Trait::key).toList(),
                form.variables().stream()
                        .map(question -> new Choice(
                                "var:" + question.key(), question.text().in(locale)))
                        .toList(),
                Roles.WAVES);
    }

    private static Line line(Mapping mapping, Column column, Form form, LocalDate today, Locale locale) {
        String role = Roles.role(mapping, column.name());
        List<Choice> options = options(mapping, column, form, role, locale);
        return new Line(
                column.index(),
                column.name(),
                NumberFinder.mask(
                        String.join(" · ", column.values().stream().limit(4).toList()), today),
                role,
                Roles.wave(mapping, column.name()),
                options.isEmpty() ? List.of() : codes(mapping, column, today),
                options);
    }

    private static List<Code> codes(Mapping mapping, Column column, LocalDate today) {
        List<Code> codes = new ArrayList<>();
        codes.add(new Code(0, "", Roles.meaning(mapping, column.name(), "")));
        for (String value : column.values().stream().limit(MOST_CODES).toList()) {
            if (!NumberFinder.holdsNumber(value, today)) {
                codes.add(new Code(codes.size(), value, Roles.meaning(mapping, column.name(), value)));
            }
        }
        return codes;
    }

    private static List<Choice> options(Mapping mapping, Column column, Form form, String role, Locale locale) {
        if (role.startsWith("var:")) {
            Optional<Question> question =
                    Roles.variable(mapping, column.name()).flatMap(found -> form.find(found.variable()));
            boolean worded = question.filter(found -> found.type() instanceof QuestionType.Text)
                    .isPresent();
            List<Choice> options = new ArrayList<>();
            question.ifPresent(found -> {
                found.options()
                        .forEach(option -> options.add(
                                new Choice("=" + option.code(), option.label().in(locale))));
                found.special().forEach(special -> options.add(new Choice("!" + special.name(), "")));
            });
            return worded ? List.of() : options;
        }
        List<String> names = switch (role) {
            case "trait:sex" -> List.of("WOMAN", "MAN", "OTHER", "UNKNOWN");
            case "trait:identity" -> List.of("OPEN", "PROTECTED");
            default -> List.of();
        };
        return names.stream().map(name -> new Choice("=" + name, name)).toList();
    }
}
