package se.samsyn.followup.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samsyn.followup.retention.Verdict.Question;
import se.samsyn.followup.retention.Verdict.Said;

/** Works out when a case is to be erased, from the rule and the facts of the case alone. */
/*
 * How, in this order: [1] what is never erased (placed children, parenthood, adoption) is kept; [2] so is what the research archive keeps;
 * [3] while anything goes on, nothing is counted, but an open case without a note for as long as the years of its rule is pointed out; [4] a decision holds it; [5] the years are counted from the day the rule names, the
 * duty arises that day so many years on (29 February becomes the 28th), and must be done by the end of the calendar year after;
 * [6] somebody must have said that it is not about what is never erased and, where the archive keeps a sample, that the person is not in it.
 */
final class RetentionClock {

    private RetentionClock() {}

    static Verdict verdict(Rule rule, CaseFacts facts) {
        List<Said> steps = new ArrayList<>();
        if (facts.keptFor().filter(why -> why != KeptFor.NONE).isPresent()) {
            steps.add(Said.of("kept." + facts.keptFor().get()));
            return new Verdict.Kept(List.copyOf(steps));
        }
        Optional<Said> archived = archived(facts);
        if (archived.isPresent()) {
            steps.add(archived.get());
            return new Verdict.Kept(List.copyOf(steps));
        }
        if (!facts.closed()) {
            steps.add(Said.of("open", facts.lastNote().toString()));
            return new Verdict.GoesOn(Optional.of(facts.lastNote().plusYears(rule.years())), List.copyOf(steps));
        }
        Optional<LocalDate> from = switch (rule.from()) {
            case LAST_NOTE -> Optional.of(facts.lastNote());
            case CIRCUMSTANCES_ENDED -> facts.ended();
        };
        if (from.isEmpty()) {
            steps.add(Said.of("support-goes-on"));
            return new Verdict.GoesOn(Optional.empty(), List.copyOf(steps));
        }
        steps.add(Said.of("from." + rule.from(), from.get().toString()));
        if (facts.hold().isPresent()) {
            steps.add(Said.of("hold." + facts.hold().get().why()));
            return new Verdict.Held(List.copyOf(steps));
        }
        LocalDate arises = from.get().plusYears(rule.years());
        LocalDate last = LocalDate.of(arises.getYear() + 1, 12, 31);
        steps.add(Said.of("rule." + rule.basis(), rule.years(), arises.toString()));
        steps.add(Said.of("last", last.toString()));
        Set<Question> questions = questions(facts);
        steps.add(Said.of(questions.contains(Question.KEPT_FOR) ? "ask-kept" : "kept.NONE"));
        steps.add(Said.of(questions.contains(Question.BORN) ? "ask" : "not-sampled"));
        return new Verdict.Erased(arises, last, questions, List.copyOf(steps));
    }

    private static Set<Question> questions(CaseFacts facts) {
        Set<Question> questions = EnumSet.noneOf(Question.class);
        if (facts.keptFor().isEmpty()) {
            questions.add(Question.KEPT_FOR);
        }
        if (facts.born() == Born.UNSAID) {
            questions.add(Question.BORN);
        }
        return questions;
    }

    private static Optional<Said> archived(CaseFacts facts) {
        return switch (ResearchArchive.of(facts.municipality())) {
            case KEEPS_ALL -> Optional.of(Said.of("archive.all"));
            case KEEPS_SAMPLE ->
                facts.born() == Born.ON_SAMPLE_DAY ? Optional.of(Said.of("archive.sample")) : Optional.empty();
        };
    }
}
