package se.samsyn.exchange;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.samsyn.followup.GasScale;
import se.samsyn.followup.Goal;
import se.samsyn.followup.GoalStep;
import se.samsyn.followup.ImportedCase;
import se.samsyn.followup.Support;
import se.samsyn.sheet.Problems;

/** Makes the overall goal of a case when its occasions are known, or problems. */
final class GoalFinish {

    private final CellReader cells;
    private final Problems problems;
    private final FreeText texts;

    GoalFinish(CellReader cells, FreeText texts) {
        this.cells = cells;
        this.problems = cells.problems();
        this.texts = texts;
    }

    /** What is known of the case otherwise. */
    record Frame(LocalDate opened, Optional<LocalDate> closed, List<ImportedCase.Visit> visits) {

        /** The day of a rating that has none of its own. */
        LocalDate usual() {
            return closed.orElseGet(() -> visits.stream()
                    .map(ImportedCase.Visit::date)
                    .max(Comparator.naturalOrder())
                    .orElse(opened));
        }
    }

    Optional<ImportedCase.Aim> finish(CaseDraft draft, GasScale scale, Frame frame) {
        List<CaseDraft.GoalDraft> rows = draft.goals();
        Optional<Told> text = rows.stream()
                .map(CaseDraft.GoalDraft::text)
                .filter(told -> !told.isEmpty())
                .findFirst();
        if (text.isEmpty() || rows.stream().allMatch(CaseDraft.GoalDraft::saysNothing)) {
            return Optional.empty();
        }
        var ratings = new TreeMap<LocalDate, Goal.Rating>();
        for (CaseDraft.GoalDraft row : rows) {
            rating(row, scale, frame).ifPresent(rating -> {
                Goal.Rating other = ratings.putIfAbsent(rating.date(), rating);
                if (other != null && !other.equals(rating)) {
                    problems.add(row.step().problem(ImportFault.RATED_TWICE, String.valueOf(rating.date())));
                }
            });
        }
        return text(text.get())
                .map(said -> new ImportedCase.Aim(said, scale, frame.opened(), List.copyOf(ratings.values())));
    }

    private Optional<String> text(Told told) {
        if (told.text().length() > Support.LONGEST_GOAL) {
            problems.add(told.problem(ImportFault.GOAL_TOO_LONG, String.valueOf(Support.LONGEST_GOAL)));
            return Optional.empty();
        }
        return texts.read(told);
    }

    private Optional<Goal.Rating> rating(CaseDraft.GoalDraft row, GasScale scale, Frame frame) {
        if (row.step().isEmpty()) {
            Stream.of(row.level(), row.date())
                    .flatMap(Optional::stream)
                    .filter(told -> !told.isEmpty())
                    .findFirst()
                    .ifPresent(told -> problems.add(told.problem(ImportFault.RATED_WITHOUT_STEP)));
            return Optional.empty();
        }
        Optional<GoalStep> step = Synonyms.step(row.step().text());
        if (step.isEmpty()) {
            problems.add(row.step().problem(ImportFault.UNKNOWN_CODE, cells.quote(row.step()), Meanings.GOAL));
        }
        Optional<LocalDate> date = date(row, frame);
        Optional<Integer> level = level(row, scale);
        if (step.isEmpty() || date.isEmpty()) {
            return Optional.empty();
        }
        var rating = new Goal.Rating(date.get(), step.get(), level);
        if (rating.contradictory()) {
            Told told = row.level().orElse(row.step());
            problems.add(told.problem(ImportFault.GOAL_CONTRADICTION, cells.quote(told), cells.quote(row.step())));
            return Optional.empty();
        }
        return Optional.of(rating);
    }

    private Optional<LocalDate> date(CaseDraft.GoalDraft row, Frame frame) {
        Optional<Told> told = row.date().filter(date -> !date.isEmpty());
        Optional<LocalDate> date = told.isPresent() ? cells.day(told.get()) : Optional.of(frame.usual());
        if (date.isPresent() && date.get().isBefore(frame.opened())) {
            problems.add(told.orElse(row.step())
                    .problem(
                            ImportFault.BEFORE_OPENING,
                            date.get().toString(),
                            frame.opened().toString()));
            return Optional.empty();
        }
        return date;
    }

    private Optional<Integer> level(CaseDraft.GoalDraft row, GasScale scale) {
        Optional<Told> told = row.level().filter(level -> !level.isEmpty());
        Optional<Integer> level = told.flatMap(cells::whole);
        if (level.isPresent() && (level.get() < scale.lowest() || level.get() > scale.highest())) {
            problems.add(told.get()
                    .problem(
                            ImportFault.GOAL_LEVEL,
                            cells.quote(told.get()),
                            String.valueOf(scale.lowest()),
                            String.valueOf(scale.highest())));
            return Optional.empty();
        }
        return level;
    }
}
