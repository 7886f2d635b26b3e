package se.samsyn.instrument;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.instrument.Question.Necessity;
import se.samsyn.instrument.Rule.Condition;
import se.samsyn.instrument.Rule.Match;
import se.samsyn.instrument.Rule.Operator;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;

/** Reads a form from its JSON. */
final class FormReader {

    private static final Set<String> OF_QUESTION = Set.of(
            "key",
            "owner",
            "type",
            "theme",
            "phases",
            "text",
            "why",
            "help",
            "direction",
            "required",
            "special",
            "showIf");

    Form read(JsonAt at) {
        at.object(Set.of(
                "samsyn", "key", "owner", "number", "title", "description", "localLimit", "questions", "scales"));
        if (!at.child("samsyn").text().equals(FormJson.FORMAT)) {
            throw at.child("samsyn").malformed("only " + FormJson.FORMAT + " can be read");
        }
        PlaceCode owner = at.find("owner").map(FormReader::place).orElse(PlaceCode.NATION);
        int number = at.find("number").map(JsonAt::integer).orElse(1);
        return at.checked(() -> new Form(
                new FormId(instrument(at.child("key")), owner, number),
                at.child("title").wording(),
                at.child("description").wording(),
                at.find("localLimit").map(JsonAt::integer).orElse(10),
                at.child("questions").list().stream().map(this::question).toList(),
                at.list("scales", this::scale)));
    }

    private static InstrumentKey instrument(JsonAt at) {
        return at.checked(() -> new InstrumentKey(at.text()));
    }

    private static PlaceCode place(JsonAt at) {
        return at.checked(() -> new PlaceCode(at.text()));
    }

    private Question question(JsonAt at) {
        QuestionType type = type(at);
        Necessity necessity =
                at.find("required").map(JsonAt::truth).orElse(false) ? Necessity.REQUIRED : Necessity.OPTIONAL;
        boolean heading = type instanceof QuestionType.Heading;
        return at.checked(() -> new Question(
                at.child("key").variable(),
                at.find("owner").map(FormReader::place).orElse(PlaceCode.NATION),
                type,
                at.find("theme").map(theme -> theme.one(Theme.class)).orElseGet(() -> {
                    if (heading) {
                        return Theme.MEET;
                    }
                    throw at.child("theme").malformed("missing");
                }),
                at.find("phases").map(FormReader::phases).orElse(heading ? EnumSet.allOf(Phase.class) : Set.of()),
                at.child("text").wording(),
                at.find("why").map(JsonAt::wording),
                at.find("help").map(JsonAt::wording),
                at.find("direction").map(way -> way.one(Direction.class)).orElse(Direction.NONE),
                necessity,
                at.find("special")
                        .map(FormReader::special)
                        .orElse(heading ? Set.of() : Question.usualSpecial(necessity)),
                at.find("showIf").map(FormReader::rule).orElse(Rule.ALWAYS)));
    }

    private static Set<Phase> phases(JsonAt at) {
        return at.list().stream().map(phase -> phase.one(Phase.class)).collect(Collectors.toSet());
    }

    private static Set<SpecialAnswer> special(JsonAt at) {
        return at.list().stream().map(answer -> answer.one(SpecialAnswer.class)).collect(Collectors.toSet());
    }

    private static QuestionType type(JsonAt at) {
        String name = at.child("type").text();
        return at.checked(() -> switch (name) {
            case "heading" -> {
                known(at);
                yield new QuestionType.Heading();
            }
            case "single" -> new QuestionType.Single(options(known(at, "options")));
            case "multiple" -> new QuestionType.Multiple(options(known(at, "options")));
            case "scale" -> scaleType(known(at, "low", "high", "lowLabel", "highLabel"));
            case "number" -> number(known(at, "low", "high", "decimals", "unit"));
            case "date" -> date(known(at, "future"));
            case "yes-no" -> {
                known(at);
                yield new QuestionType.YesNo();
            }
            case "text" ->
                new QuestionType.Text(known(at, "longest")
                        .find("longest")
                        .map(JsonAt::integer)
                        .orElse(1000));
            case "matrix" -> matrix(known(at, "rows", "options"));
            default ->
                throw at.child("type")
                        .malformed(
                                "one of heading, single, multiple, scale, number, date, yes-no, text, matrix is needed");
        });
    }

    private static JsonAt known(JsonAt at, String... more) {
        Set<String> known = new HashSet<>(OF_QUESTION);
        known.addAll(List.of(more));
        return at.object(known);
    }

    private static QuestionType scaleType(JsonAt at) {
        return new QuestionType.Scale(
                at.child("low").integer(),
                at.child("high").integer(),
                at.child("lowLabel").wording(),
                at.child("highLabel").wording());
    }

    private static QuestionType number(JsonAt at) {
        return new QuestionType.Numeric(
                new Range(at.child("low").number(), at.child("high").number()),
                at.find("decimals").map(JsonAt::integer).orElse(0),
                at.find("unit").map(JsonAt::wording));
    }

    private static QuestionType date(JsonAt at) {
        return new QuestionType.Date(
                at.find("future").map(JsonAt::truth).orElse(false) ? QuestionType.Days.ANY : QuestionType.Days.PAST);
    }

    private static QuestionType matrix(JsonAt at) {
        return new QuestionType.Matrix(
                at.child("rows").list().stream()
                        .map(row -> new QuestionType.Row(
                                row.object(Set.of("key", "label")).child("key").variable(),
                                row.child("label").wording()))
                        .toList(),
                options(at));
    }

    private static List<Option> options(JsonAt at) {
        return at.child("options").list().stream()
                .map(option -> option.object(Set.of("code", "label"))
                        .checked(() -> new Option(
                                option.child("code").text(),
                                option.child("label").wording())))
                .toList();
    }

    private static Rule rule(JsonAt at) {
        at.object(Set.of("all", "any"));
        Optional<JsonAt> all = at.find("all");
        Optional<JsonAt> any = at.find("any");
        if (all.isPresent() == any.isPresent()) {
            throw at.malformed("either all or any is needed");
        }
        return new Rule(
                all.isPresent() ? Match.ALL : Match.ANY,
                Stream.concat(all.stream(), any.stream())
                        .flatMap(list -> list.list().stream())
                        .map(FormReader::condition)
                        .toList());
    }

    private static Condition condition(JsonAt at) {
        at.object(Set.of("variable", "operator", "answer"));
        return new Condition(
                at.child("variable").variable(),
                at.child("operator").one(Operator.class),
                at.find("answer").map(JsonAt::text).orElse(""));
    }

    private Scale scale(JsonAt at) {
        at.object(Set.of(
                "key",
                "title",
                "items",
                "reversed",
                "method",
                "low",
                "high",
                "leastAnswered",
                "direction",
                "subscales",
                "reference"));
        List<VariableKey> items =
                at.child("items").list().stream().map(JsonAt::variable).toList();
        return at.checked(() -> new Scale(
                at.child("key").variable(),
                at.child("title").wording(),
                items,
                new HashSet<>(at.list("reversed", JsonAt::variable)),
                at.child("method").one(Scale.Method.class),
                new Range(at.child("low").number(), at.child("high").number()),
                at.find("leastAnswered").map(JsonAt::integer).orElse(items.size()),
                at.child("direction").one(Direction.class),
                at.list("subscales", this::scale),
                at.find("reference").map(FormReader::reference)));
    }

    private static Scale.Reference reference(JsonAt at) {
        at.object(Set.of("mean", "deviation", "persons", "source"));
        return new Scale.Reference(
                at.child("mean").number(),
                at.child("deviation").number(),
                at.child("persons").integer(),
                at.child("source").text());
    }
}
