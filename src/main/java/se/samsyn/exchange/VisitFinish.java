package se.samsyn.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.samsyn.followup.ImportedCase;
import se.samsyn.followup.PlannedMonths;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.Fault;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.Question;
import se.samsyn.instrument.VariableKey;
import se.samsyn.sheet.Cell;
import se.samsyn.sheet.Problem;
import se.samsyn.sheet.Problems;

/** Makes the occasions of a case when its opening is known: places them in time and holds the answers against the form. */
final class VisitFinish {

    private static final int LAST_MONTH = 600;

    private final Mapping mapping;
    private final Form form;
    private final CellReader cells;
    private final Problems problems;
    private final Tally tally;
    private final Map<VariableKey, Set<Phase>> phases;

    VisitFinish(Mapping mapping, Form form, CellReader cells, Tally tally) {
        this.mapping = mapping;
        this.form = form;
        this.cells = cells;
        this.problems = cells.problems();
        this.tally = tally;
        this.phases = form.variables().stream().collect(Collectors.toMap(Question::key, Question::phases));
    }

    /**
     * When an occasion was.
     *
     * @param dated see {@link ImportedCase.Visit#dated}
     */
    private record Moment(Phase phase, int months, LocalDate date, boolean dated) {

        static Moment dated(Phase phase, LocalDate opened, LocalDate date) {
            return new Moment(phase, PlannedMonths.of(phase, opened, date), date, PlannedMonths.has(phase));
        }

        static Moment stated(Phase phase, int months, LocalDate date) {
            return new Moment(phase, PlannedMonths.has(phase) ? months : 0, date, false);
        }

        boolean sameAs(Moment other) {
            return phase == other.phase && (date.equals(other.date) || (!dated && months == other.months));
        }
    }

    private record Placed(Moment moment, int row) {}

    List<ImportedCase.Visit> finish(CaseDraft draft, LocalDate opened, Optional<LocalDate> closed) {
        List<ImportedCase.Visit> visits = new ArrayList<>();
        List<Placed> placed = new ArrayList<>();
        for (CaseDraft.OccasionDraft occasion : draft.occasions()) {
            boolean skipped = occasion.wave().isPresent() && blank(occasion);
            Optional<Moment> moment = skipped ? Optional.empty() : moment(occasion, opened, closed);
            if (moment.isPresent()
                    && inOrder(moment.get(), occasion, opened)
                    && alone(moment.get(), occasion, placed)) {
                Answers answers = answers(moment.get().phase(), occasion);
                if (answers.size() > 0) {
                    visits.add(new ImportedCase.Visit(
                            moment.get().phase(),
                            moment.get().date(),
                            moment.get().months(),
                            form.id(),
                            answers,
                            moment.get().dated()));
                } else {
                    tally.count(ImportFault.OCCASIONS_WITHOUT_ANSWERS, occasion.row(), "", "");
                }
            } else if (skipped) {
                tally.count(ImportFault.OCCASIONS_WITHOUT_ANSWERS, occasion.row(), "", "");
            }
        }
        return visits;
    }

    private static boolean blank(CaseDraft.OccasionDraft occasion) {
        return occasion.answers().isEmpty()
                && occasion.date().filter(told -> !told.isEmpty()).isEmpty();
    }

    private boolean inOrder(Moment moment, CaseDraft.OccasionDraft occasion, LocalDate opened) {
        Told at = occasion.date().or(occasion::time).orElseGet(() -> new Told(Cell.EMPTY, occasion.row(), ""));
        if (moment.date().isBefore(opened)) {
            problems.add(at.problem(ImportFault.BEFORE_OPENING, moment.date().toString(), opened.toString()));
            return false;
        }
        if (moment.date().isAfter(cells.today())) {
            problems.add(at.problem(ImportFault.FUTURE_DATE, moment.date().toString()));
            return false;
        }
        return true;
    }

    private boolean alone(Moment moment, CaseDraft.OccasionDraft occasion, List<Placed> placed) {
        for (Placed other : placed) {
            if (moment.sameAs(other.moment())) {
                String column = occasion.time().map(Told::column).orElse("");
                problems.add(Problem.ofCell(
                        ImportFault.DUPLICATE_OCCASION, occasion.row(), column, String.valueOf(other.row())));
                return false;
            }
        }
        placed.add(new Placed(moment, occasion.row()));
        return true;
    }

    private Optional<Moment> moment(CaseDraft.OccasionDraft occasion, LocalDate opened, Optional<LocalDate> closed) {
        if (occasion.wave().isPresent()) {
            Wave wave = occasion.wave().get();
            return date(occasion, () -> opened.plusMonths(wave.months()))
                    .map(date -> new Moment(wave.phase(), wave.months(), date, false));
        }
        Told told = occasion.time().orElseThrow();
        TimeColumn time = ((Shape.RowPerOccasion) mapping.shape()).time();
        if (told.isEmpty()) {
            problems.add(told.problem(ImportFault.MISSING_VALUE, "time"));
            return Optional.empty();
        }
        return switch (time.kind()) {
            case MONTHS -> byMonths(time, told, occasion, opened);
            case DATE ->
                cells.day(told).map(date -> {
                    Phase phase = Optional.ofNullable(time.phases().get(told.text()))
                            .orElseGet(() -> byCalendar(time, date, opened, closed));
                    return Moment.dated(phase, opened, date);
                });
            case PHASE -> byPhase(time, told, occasion, opened, closed);
        };
    }

    private Optional<Moment> byMonths(TimeColumn time, Told told, CaseDraft.OccasionDraft occasion, LocalDate opened) {
        Optional<Integer> months = cells.whole(told);
        if (months.isPresent() && (months.get() < 0 || months.get() > LAST_MONTH)) {
            problems.add(told.problem(ImportFault.MONTHS, cells.quote(told)));
            return Optional.empty();
        }
        return months.flatMap(after -> date(occasion, () -> opened.plusMonths(after))
                .map(date -> {
                    Phase phase = Optional.ofNullable(time.phases().get(told.text()))
                            .orElse(after == 0 ? Phase.BEFORE : time.between());
                    return Moment.stated(phase, after, date);
                }));
    }

    private Optional<Moment> byPhase(
            TimeColumn time,
            Told told,
            CaseDraft.OccasionDraft occasion,
            LocalDate opened,
            Optional<LocalDate> closed) {
        Optional<Phase> phase =
                Optional.ofNullable(time.phases().get(told.text())).or(() -> Synonyms.phase(told.text()));
        if (phase.isEmpty()) {
            problems.add(told.problem(ImportFault.UNKNOWN_CODE, cells.quote(told), Meanings.PHASE));
            return Optional.empty();
        }
        Optional<Told> day = occasion.date().filter(found -> !found.isEmpty());
        Optional<LocalDate> date = day.isPresent() ? day.flatMap(cells::day) : dayOf(phase.get(), opened, closed);
        if (day.isEmpty() && date.isEmpty()) {
            problems.add(occasion.date().orElse(told).problem(ImportFault.PHASE_WITHOUT_DATE, cells.quote(told)));
        }
        return date.map(found -> Moment.dated(phase.get(), opened, found));
    }

    /** The day of an occasion of which the phase is known alone. */
    private static Optional<LocalDate> dayOf(Phase phase, LocalDate opened, Optional<LocalDate> closed) {
        return switch (phase) {
            case BEFORE -> Optional.of(opened);
            case CLOSURE -> closed;
            case DURING, AFTER -> Optional.empty();
        };
    }

    private static Phase byCalendar(TimeColumn time, LocalDate date, LocalDate opened, Optional<LocalDate> closed) {
        if (closed.isPresent() && !date.isBefore(closed.get())) {
            return date.equals(closed.get()) ? Phase.CLOSURE : Phase.AFTER;
        }
        return date.isBefore(opened.plusMonths(1)) ? Phase.BEFORE : time.between();
    }

    private Optional<LocalDate> date(CaseDraft.OccasionDraft occasion, Supplier<LocalDate> otherwise) {
        Optional<Told> told = occasion.date().filter(found -> !found.isEmpty());
        return told.isPresent() ? cells.day(told.get()) : Optional.of(otherwise.get());
    }

    private Answers answers(Phase phase, CaseDraft.OccasionDraft occasion) {
        Map<VariableKey, Answer> kept = new TreeMap<>();
        occasion.answers().forEach((key, answered) -> {
            boolean asked = phases.getOrDefault(key, Set.of()).contains(phase);
            if (asked && wanted(answered.from(), phase)) {
                kept.put(key, answered.answer());
            } else if (!asked && occasion.wave().isPresent()) {
                tally.count(
                        ImportFault.NOT_ASKED_IN_PHASE,
                        answered.row(),
                        answered.from().column(),
                        phase.name());
            }
        });
        if (kept.values().stream().allMatch(Answer.Special.class::isInstance)
                && occasion.wave().isPresent()) {
            return occasion.date().filter(told -> !told.isEmpty()).isPresent() ? new Answers(kept) : Answers.NONE;
        }
        Answers answers = new Answers(kept);
        if (answers.size() > 0) {
            hold(phase, answers, occasion);
        }
        return form.settled(phase, answers);
    }

    /** In a long file a column may be wanted from one phase alone. */
    private static boolean wanted(VariableColumn column, Phase phase) {
        return column.wave().isBlank()
                || Synonyms.constant(Phase.class, column.wave())
                        .filter(phase::equals)
                        .isPresent()
                || Synonyms.constant(Phase.class, column.wave()).isEmpty();
    }

    private void hold(Phase phase, Answers answers, CaseDraft.OccasionDraft occasion) {
        for (Fault fault : form.checkDraft(phase, answers, cells.today())) {
            List<String> details = new ArrayList<>(List.of(fault.code()));
            details.addAll(fault.args());
            problems.add(new Problem(
                    ImportFault.ANSWER_NOT_TAKEN, occasion.row(), column(occasion, fault.variable()), details));
        }
        List<Question> asked = form.asked(phase, answers);
        Set<VariableKey> keys = asked.stream().map(Question::key).collect(Collectors.toSet());
        answers.values().keySet().stream()
                .filter(key -> !keys.contains(key))
                .forEach(key ->
                        tally.count(ImportFault.HIDDEN_BY_RULE, occasion.row(), column(occasion, key), key.value()));
        asked.stream()
                .filter(Question::isRequired)
                .map(Question::key)
                .filter(key -> answers.find(key).isEmpty())
                .forEach(key -> tally.count(ImportFault.REQUIRED_MISSING, occasion.row(), "", key.value()));
    }

    private static String column(CaseDraft.OccasionDraft occasion, VariableKey key) {
        CaseDraft.Answered answered = occasion.answers().get(key);
        return answered == null ? "" : answered.from().column();
    }
}
