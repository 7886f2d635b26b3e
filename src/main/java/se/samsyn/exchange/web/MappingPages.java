package se.samsyn.exchange.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samsyn.exchange.Mapping;
import se.samsyn.exchange.Meanings;
import se.samsyn.exchange.NumbersInText;
import se.samsyn.exchange.Origin;
import se.samsyn.exchange.Shape;
import se.samsyn.exchange.Trait;
import se.samsyn.exchange.Wave;
import se.samsyn.exchange.person.NumberFinder;
import se.samsyn.exchange.web.MappingPage.Choice;
import se.samsyn.exchange.web.MappingPage.Code;
import se.samsyn.exchange.web.MappingPage.Group;
import se.samsyn.exchange.web.MappingPage.Kind;
import se.samsyn.exchange.web.MappingPage.Line;
import se.samsyn.instrument.Form;
import se.samsyn.organisation.Unit;
import se.samsyn.sheet.Column;
import se.samsyn.sheet.Sheet;

/** Makes the mapping page of a mapping, a file and a form, in the reader's words. */
@Component
final class MappingPages {

    private static final List<String> OF_CASE =
            List.of("case:local-id", "case:personal-number", "time:months", "time:date", "time:phase", "date");
    private static final List<String> OF_GOAL = List.of("goal:step", "goal:text", "goal:level", "goal:date");
    private static final List<String> OF_SUPPORT = List.of("kind", "start", "stop");
    private static final int EXAMPLES = 4;

    private final MessageSource messages;
    private final Meanings meanings;
    private final Clock clock;

    MappingPages(MessageSource messages, Meanings meanings, Clock clock) {
        this.messages = messages;
        this.meanings = meanings;
        this.clock = clock;
    }

    MappingPage page(Mapping mapping, Sheet sheet, Form form, List<Unit> units, List<Wave> waves, Locale locale) {
        var lines = new Lines(mapping, form, units, LocalDate.now(clock), locale);
        return new MappingPage(
                mapping.name(),
                mapping.shape() instanceof Shape.RowPerOccasion,
                mapping.numbersInText() == NumbersInText.MASK,
                mapping.find(Trait.OPENED).flatMap(Origin::constant).orElse(""),
                mapping.goal()
                        .flatMap(goal -> goal.text().constant())
                        .orElseGet(() -> text("exchange.goal.text", locale)),
                sheet.columns().stream().map(lines::line).toList(),
                roles(mapping, form, locale),
                waves.stream().map(wave -> choice(wave, locale)).toList(),
                kinds(mapping),
                choices(meanings.of(Meanings.SUPPORT, form, locale), ""),
                Column.MOST_VALUES);
    }

    private List<Group> roles(Mapping mapping, Form form, Locale locale) {
        Stream<Choice> traits = Stream.of(Trait.values())
                .map(trait -> new Choice("trait:" + trait.key(), text("exchange.trait." + trait.key(), locale)));
        Stream<Choice> support = kinds(mapping).stream()
                .flatMap(kind -> OF_SUPPORT.stream()
                        .map(part -> new Choice(
                                "support:" + kind.number() + ":" + part,
                                text("exchange.role.support." + part, locale, kind.number() + 1))));
        Stream<Choice> answers = form.variables().stream()
                .map(question ->
                        new Choice("var:" + question.key(), question.text().in(locale)));
        return List.of(
                group("case", Stream.concat(OF_CASE.stream().map(role -> role(role, locale)), traits), locale),
                group("answers", answers, locale),
                group("support", support, locale),
                group("goal", OF_GOAL.stream().map(role -> role(role, locale)), locale));
    }

    private Group group(String name, Stream<Choice> choices, Locale locale) {
        return new Group(text("exchange.role.group." + name, locale), choices.toList());
    }

    private Choice role(String role, Locale locale) {
        return new Choice(role, text("exchange.role." + role.replace(':', '.'), locale));
    }

    private Choice choice(Wave wave, Locale locale) {
        return new Choice(wave.key(), text("exchange.wave." + Roles.low(wave.phase()), locale, wave.months()));
    }

    /** One more than the mapping has, so that there is always room for another. */
    private static List<Kind> kinds(Mapping mapping) {
        return IntStream.rangeClosed(0, mapping.support().size())
                .mapToObj(number -> new Kind(
                        number,
                        number < mapping.support().size()
                                ? mapping.support()
                                        .get(number)
                                        .kind()
                                        .constant()
                                        .orElse("")
                                : ""))
                .toList();
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    private static List<Choice> choices(List<Meanings.Meaning> all, String mark) {
        return all.stream()
                .map(each -> new Choice(mark + each.code(), each.words()))
                .toList();
    }

    /** Makes the lines of one page. */
    private final class Lines {
        private final Mapping mapping;
        private final Form form;
        private final List<Unit> units;
        private final LocalDate today;
        private final Locale locale;

        Lines(Mapping mapping, Form form, List<Unit> units, LocalDate today, Locale locale) {
            this.mapping = mapping;
            this.form = form;
            this.units = units;
            this.today = today;
            this.locale = locale;
        }

        Line line(Column column) {
            String role = Roles.role(mapping, column.name());
            List<Choice> options = options(role);
            return new Line(
                    column.index(),
                    column.name(),
                    String.join(
                            " · ",
                            column.values().stream()
                                    .limit(EXAMPLES)
                                    .map(value -> NumberFinder.mask(value, today))
                                    .toList()),
                    role,
                    Roles.wave(mapping, column.name()),
                    options.isEmpty() ? List.of() : codes(column, options),
                    options,
                    column.moreValues(),
                    role.isEmpty()
                            && column.values().stream().anyMatch(value -> NumberFinder.holdsNumber(value, today)));
        }

        private List<Choice> options(String role) {
            String meant = Roles.meant(role);
            if (meant.equals(Trait.UNIT.key())) {
                return units.stream()
                        .map(unit -> new Choice("=" + unit.id(), unit.name()))
                        .toList();
            }
            List<Choice> options = new ArrayList<>(choices(meanings.of(meant, form, locale), "="));
            Meanings.question(meant, form)
                    .ifPresent(question -> question.special()
                            .forEach(special -> options.add(
                                    new Choice("!" + special.name(), text("exchange.code." + special, locale)))));
            return options;
        }

        /** The empty cell, the values of the file, and those the mapping knows from other files. */
        private List<Code> codes(Column column, List<Choice> options) {
            Map<String, String> known = new TreeMap<>(Roles.meanings(mapping, column.name()));
            List<Code> codes = new ArrayList<>();
            codes.add(new Code(0, "", known.getOrDefault("", "")));
            known.remove("");
            for (String value : column.values()) {
                if (!NumberFinder.holdsNumber(value, today)) {
                    codes.add(new Code(codes.size(), value, known.getOrDefault(value, inWords(value, options))));
                    known.remove(value);
                }
            }
            known.forEach((value, meaning) -> codes.add(new Code(codes.size(), value, meaning)));
            return codes;
        }

        /** What is written just as the choice is called needs no choosing. */
        private static String inWords(String value, List<Choice> options) {
            return options.stream()
                    .filter(option -> option.label().equalsIgnoreCase(value))
                    .map(Choice::value)
                    .findFirst()
                    .orElse("");
        }
    }
}
