package se.samsyn.followup.handout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import se.samsyn.followup.Case;
import se.samsyn.followup.CaseFile;
import se.samsyn.followup.Closure;
import se.samsyn.followup.Goal;
import se.samsyn.followup.GoalWeight;
import se.samsyn.followup.LocalId;
import se.samsyn.followup.Occasion;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Question;

/** Makes rows of cases: what was chosen of the case, then the occasion, then what was chosen of its answers, then the mark. */
final class HandoutRows {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final List<CaseField> fields;
    private final List<Question> questions;
    private final AnswerWords words;
    private final String mark;
    private final List<List<String>> rows = new ArrayList<>();
    private int persons;

    HandoutRows(List<String> variables, Form form, AnswerWords words, String mark) {
        this.fields =
                variables.stream().flatMap(key -> CaseField.of(key).stream()).toList();
        this.questions = form.variables().stream()
                .filter(question -> variables.contains(question.key().value()))
                .toList();
        this.words = words;
        this.mark = mark;
    }

    List<String> head() {
        var head = new ArrayList<String>();
        fields.forEach(field -> head.add(say("field." + field)));
        if (!questions.isEmpty()) {
            head.add(told("followup.phase"));
            head.add(told("followup.date"));
            questions.forEach(question -> head.add(question.text().in(SWEDISH)));
        }
        head.add(say("mark"));
        return head;
    }

    void add(CaseFile file) {
        persons++;
        var done = file.occasions().stream().filter(each -> !each.draft()).toList();
        if (questions.isEmpty() || done.isEmpty()) {
            row(file, Optional.empty());
        } else {
            done.forEach(occasion -> row(file, Optional.of(occasion)));
        }
    }

    private void row(CaseFile file, Optional<Occasion> occasion) {
        var row = new ArrayList<String>();
        fields.forEach(field -> row.add(value(field, file)));
        if (!questions.isEmpty()) {
            row.add(occasion.map(each -> told("followup.phase." + each.phase())).orElse(""));
            row.add(occasion.map(each -> each.date().toString()).orElse(""));
            questions.forEach(question ->
                    row.add(occasion.flatMap(each -> each.answers().find(question.key()))
                            .map(answer -> words.of(question, answer, SWEDISH))
                            .orElse("")));
        }
        row.add(mark);
        rows.add(row);
    }

    private String value(CaseField field, CaseFile file) {
        Case of = file.of();
        return switch (field) {
            case LOCAL_ID -> of.listed().map(LocalId::value).orElse("");
            case SEX -> told("followup.sex." + of.sex());
            case BIRTH_YEAR ->
                of.birthYear().isPresent() ? Integer.toString(of.birthYear().getAsInt()) : "";
            case WAY_IN -> told("followup.wayin." + of.wayIn());
            case OPENED -> of.opened().toString();
            case CLOSED -> of.closure().map(Closure::date).map(Object::toString).orElse("");
            case CLOSE_REASON ->
                of.closure()
                        .map(closure -> told("followup.reason." + closure.reason()))
                        .orElse("");
            case SUPPORT ->
                file.interventions().stream()
                        .map(each -> told("followup.kind." + each.kind()))
                        .distinct()
                        .collect(Collectors.joining(", "));
            case GOAL_STEP ->
                overall(file)
                        .flatMap(Goal::latest)
                        .map(rating -> told("followup.step." + rating.step()))
                        .orElse("");
            case GOAL_TEXT -> overall(file).map(Goal::text).orElse("");
        };
    }

    private static Optional<Goal> overall(CaseFile file) {
        return file.goals().stream()
                .filter(goal -> goal.weight() == GoalWeight.OVERALL)
                .findFirst();
    }

    List<List<String>> rows() {
        return rows;
    }

    int persons() {
        return persons;
    }

    private String say(String key) {
        return told("followup.handout." + key);
    }

    private String told(String key) {
        return words.say(key, SWEDISH);
    }
}
