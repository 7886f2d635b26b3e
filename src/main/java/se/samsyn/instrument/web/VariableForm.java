package se.samsyn.instrument.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import se.samsyn.instrument.Option;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.Question;
import se.samsyn.instrument.QuestionType;
import se.samsyn.instrument.Rule;
import se.samsyn.kernel.Wording;

/** What a quality developer fills in about a variable of the place's own: parameters by name, as they were sent. */
record VariableForm(QuestionKind kind, String variable, Map<String, List<String>> sent) {

    private static final int FREE_ROWS = 3;
    private static final int FIRST_ROWS = 5;

    VariableForm {
        sent = Map.copyOf(sent);
    }

    /** An empty form. */
    static VariableForm of(QuestionKind kind) {
        return new VariableForm(
                kind,
                "",
                Map.of(
                        "phases", List.of(Phase.BEFORE.name()),
                        "theme", List.of("NEED"),
                        "low", List.of("0"),
                        "high", List.of(kind == QuestionKind.SCALE ? "10" : "100"),
                        "decimals", List.of("0")));
    }

    /** A form filled in from a question. */
    static VariableForm of(Question question) {
        Map<String, List<String>> filled = new HashMap<>();
        wording(filled, "text", question.text());
        question.why().ifPresent(why -> wording(filled, "why", why));
        question.help().ifPresent(help -> wording(filled, "help", help));
        filled.put("theme", List.of(question.theme().name()));
        filled.put("direction", List.of(question.direction().name()));
        filled.put("phases", question.phases().stream().map(Enum::name).toList());
        filled.put("required", question.isRequired() ? List.of("on") : List.of());
        filled.put(
                "rule",
                question.showIf().conditions().stream()
                        .map(RuleChoice::value)
                        .limit(1)
                        .toList());
        ofType(filled, question.type());
        return new VariableForm(QuestionKind.of(question.type()), question.key().value(), filled);
    }

    private static void ofType(Map<String, List<String>> filled, QuestionType type) {
        switch (type) {
            case QuestionType.Single single -> options(filled, single.options());
            case QuestionType.Multiple multiple -> options(filled, multiple.options());
            case QuestionType.Scale scale -> {
                filled.put("low", List.of(Integer.toString(scale.low())));
                filled.put("high", List.of(Integer.toString(scale.high())));
                wording(filled, "lowLabel", scale.lowLabel());
                wording(filled, "highLabel", scale.highLabel());
            }
            case QuestionType.Numeric number -> {
                filled.put("low", List.of(plain(number.range().low())));
                filled.put("high", List.of(plain(number.range().high())));
                filled.put("decimals", List.of(Integer.toString(number.decimals())));
                number.unit().ifPresent(unit -> wording(filled, "unit", unit));
            }
            case QuestionType.Date date ->
                filled.put("future", date.days() == QuestionType.Days.ANY ? List.of("on") : List.of());
            case QuestionType.YesNo _, QuestionType.Text _, QuestionType.Matrix _, QuestionType.Heading _ -> {}
        }
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    private static void wording(Map<String, List<String>> filled, String name, Wording wording) {
        filled.put(name + "Sv", List.of(wording.sv()));
        filled.put(name + "En", List.of(wording.en().equals(wording.sv()) ? "" : wording.en()));
    }

    private static void options(Map<String, List<String>> filled, List<Option> options) {
        filled.put("optionCode", options.stream().map(Option::code).toList());
        filled.put(
                "optionSv", options.stream().map(option -> option.label().sv()).toList());
        filled.put(
                "optionEn", options.stream().map(option -> option.label().en()).toList());
    }

    /** Reads what was sent. */
    static VariableForm of(QuestionKind kind, String variable, Map<String, String[]> parameters) {
        Map<String, List<String>> sent = new HashMap<>();
        parameters.forEach((name, values) -> sent.put(name, Arrays.asList(values)));
        return new VariableForm(kind, variable, sent);
    }

    /** The only or first value of a field, without blanks around it; empty where nothing was sent. */
    public String text(String name) {
        return all(name).stream().findFirst().orElse("").strip();
    }

    List<String> all(String name) {
        return sent.getOrDefault(name, List.of());
    }

    /** Whether a box was ticked, or a value chosen among others. */
    public boolean has(String name, String value) {
        return all(name).contains(value);
    }

    public boolean fresh() {
        return variable.isEmpty();
    }

    /** The rows for options: those filled in, then empty ones to go on with. */
    public List<OptionRow> options() {
        List<OptionRow> rows = new ArrayList<>();
        for (int i = 0; i < all("optionSv").size(); i++) {
            OptionRow row = new OptionRow(at("optionCode", i), at("optionSv", i), at("optionEn", i));
            if (!row.blank()) {
                rows.add(row);
            }
        }
        int free = rows.isEmpty() ? FIRST_ROWS : FREE_ROWS;
        IntStream.range(0, free).forEach(i -> rows.add(new OptionRow("", "", "")));
        return rows;
    }

    private String at(String name, int place) {
        List<String> values = all(name);
        return place < values.size() ? values.get(place).strip() : "";
    }

    /** An option being written; without a code it is new. */
    record OptionRow(String code, String sv, String en) {

        boolean blank() {
            return sv.isEmpty() && en.isEmpty();
        }
    }

    /** The rule chosen. */
    Rule rule() {
        return RuleChoice.rule(text("rule"));
    }
}
