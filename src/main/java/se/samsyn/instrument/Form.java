package se.samsyn.instrument;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.instrument.Fault.Kind;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;

/**
 * One version of an instrument: its questions in order, and the scales computed from them.
 *
 * @param description what it is for, a sentence or two
 * @param localLimit how many variables regions and municipalities together may add
 * @param questions in the order they are asked, headings among them
 */
public record Form(
        FormId id, Wording title, Wording description, int localLimit, List<Question> questions, List<Scale> scales) {

    /** Copies the lists; {@link #flaws()} says whether the form is fit for use. */
    public Form {
        if (localLimit < 0) {
            throw new IllegalArgumentException("The number of local variables cannot be below 0");
        }
        questions = List.copyOf(questions);
        scales = List.copyOf(scales);
    }

    /** The questions of a phase in order, with those headings that have a question under them. */
    public List<Question> questions(Phase phase) {
        List<Question> kept = new ArrayList<>();
        Optional<Question> heading = Optional.empty();
        for (Question question : questions) {
            if (question.type() instanceof QuestionType.Heading) {
                heading = Optional.of(question);
            } else if (question.askedAt(phase)) {
                heading.ifPresent(kept::add);
                heading = Optional.empty();
                kept.add(question);
            }
        }
        return List.copyOf(kept);
    }

    /** All variables in order: questions with one answer each, a matrix as its rows, no headings. */
    public List<Question> variables() {
        return questions.stream()
                .flatMap(question -> question.variables().stream())
                .toList();
    }

    /** The variables of a phase in order. */
    public List<Question> variables(Phase phase) {
        return variables().stream().filter(variable -> variable.askedAt(phase)).toList();
    }

    /** A variable as a question with one answer; the row of a matrix as a single choice. */
    public Optional<Question> find(VariableKey key) {
        return variables().stream()
                .filter(variable -> variable.key().equals(key))
                .findFirst();
    }

    /** The variables that are asked in a phase, given the answers so far: those whose skip rules let them show. */
    public List<Question> asked(Phase phase, Answers answers) {
        List<Question> asked = new ArrayList<>();
        Map<VariableKey, Answer> shown = new TreeMap<>();
        for (Question question : questions) {
            if (question.askedAt(phase) && shows(question, shown)) {
                for (Question variable : question.variables()) {
                    asked.add(variable);
                    answers.find(variable.key()).ifPresent(answer -> shown.put(variable.key(), answer));
                }
            }
        }
        return List.copyOf(asked);
    }

    private static boolean shows(Question question, Map<VariableKey, Answer> shown) {
        return question.showIf().equals(Rule.ALWAYS) || question.showIf().holds(new Answers(shown));
    }

    /** The answers to what is asked, without those to hidden questions: what is kept when an occasion is completed. */
    public Answers settled(Phase phase, Answers answers) {
        Set<VariableKey> asked = keys(asked(phase, answers));
        return new Answers(answers.values().entrySet().stream()
                .filter(entry -> asked.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * What is wrong with the answers of an occasion that is to be completed, in the order of the form: all that
     * {@link #checkDraft} finds, answers to skipped questions and required answers that are missing.
     */
    public List<Fault> check(Phase phase, Answers answers, LocalDate today) {
        List<Fault> faults = new ArrayList<>(checkDraft(phase, answers, today));
        List<Question> asked = asked(phase, answers);
        Set<VariableKey> shown = keys(asked);
        variables(phase).stream()
                .map(Question::key)
                .filter(key -> answers.find(key).isPresent() && !shown.contains(key))
                .forEach(key -> faults.add(Fault.of(key, Kind.SKIPPED)));
        asked.stream()
                .filter(Question::isRequired)
                .map(Question::key)
                .filter(key -> answers.find(key).isEmpty())
                .forEach(key -> faults.add(Fault.of(key, Kind.REQUIRED)));
        return inOrder(faults);
    }

    /** What is wrong with the answers given so far: each that the form or the question does not take. */
    public List<Fault> checkDraft(Phase phase, Answers answers, LocalDate today) {
        Map<VariableKey, Question> known =
                variables().stream().collect(Collectors.toMap(Question::key, question -> question, (one, _) -> one));
        List<Fault> faults = new ArrayList<>();
        answers.values().forEach((key, answer) -> {
            Question question = known.get(key);
            if (question == null) {
                faults.add(Fault.of(key, Kind.UNKNOWN_VARIABLE));
            } else if (!question.askedAt(phase)) {
                faults.add(Fault.of(key, Kind.NOT_IN_PHASE));
            } else {
                new AnswerCheck(question, today).fault(answer).ifPresent(faults::add);
            }
        });
        return inOrder(faults);
    }

    /** The value of each scale and subscale, in order. */
    public List<Score> scores(Answers answers) {
        return allScales().stream().map(scale -> scale.score(answers)).toList();
    }

    /** All scales and their subscales, each after the scale it belongs to. */
    public List<Scale> allScales() {
        return scales.stream()
                .flatMap(scale -> Stream.concat(Stream.of(scale), scale.subscales().stream()))
                .toList();
    }

    /** Whether there is no room for one more question of a place's own. */
    public boolean full() {
        return localVariables().size() >= localLimit;
    }

    /** The variables added by regions and municipalities. */
    public List<Question> localVariables() {
        return variables().stream()
                .filter(variable -> !variable.owner().equals(PlaceCode.NATION))
                .toList();
    }

    /** What keeps the form from being used; empty when it is sound. */
    public List<Flaw> flaws() {
        return new FormCheck(this).flaws();
    }

    /** The same form under another id. */
    public Form as(FormId other) {
        return new Form(other, title, description, localLimit, questions, scales);
    }

    /** The same form with other questions. */
    public Form with(List<Question> others) {
        return new Form(id, title, description, localLimit, others, scales);
    }

    private List<Fault> inOrder(List<Fault> faults) {
        Map<VariableKey, Integer> places = new HashMap<>();
        variables().forEach(variable -> places.putIfAbsent(variable.key(), places.size()));
        Map<Fault, Integer> order = new LinkedHashMap<>();
        faults.forEach(fault -> order.put(fault, places.getOrDefault(fault.variable(), Integer.MAX_VALUE)));
        return order.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<VariableKey> keys(List<Question> questions) {
        return questions.stream().map(Question::key).collect(Collectors.toSet());
    }
}
