package se.samsyn.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.VariableKey;

/** What the rows read so far say of one case. */
final class CaseDraft {

    private final Told id;
    private final Map<Trait, Told> traits = new EnumMap<>(Trait.class);
    private final List<OccasionDraft> occasions = new ArrayList<>();
    private final List<SupportDraft> support = new ArrayList<>();
    private final List<GoalDraft> goals = new ArrayList<>(1);

    CaseDraft(Told id) {
        this.id = id;
    }

    /**
     * What the rows say of one occasion.
     *
     * @param wave the wave of a wide file
     * @param time what a long file says of when it was
     * @param date what the date column says
     */
    record OccasionDraft(
            int row,
            Optional<Wave> wave,
            Optional<Told> time,
            Optional<Told> date,
            Map<VariableKey, Answered> answers) {}

    /** An answer and where it stands. */
    record Answered(Answer answer, int row, VariableColumn from) {}

    /** Support given. */
    record SupportDraft(Told kind, Told start, Optional<Told> stop) {}

    /** What a row says of the overall goal. */
    record GoalDraft(Told text, Told step, Optional<Told> level, Optional<Told> date) {

        /** Whether the row has neither a goal of its own nor a rating; a text for all rows alone sets no goal. */
        boolean saysNothing() {
            return (text.isEmpty() || text.column().isEmpty())
                    && step.isEmpty()
                    && level.map(Told::isEmpty).orElse(true)
                    && date.map(Told::isEmpty).orElse(true);
        }
    }

    Told id() {
        return id;
    }

    List<OccasionDraft> occasions() {
        return occasions;
    }

    List<SupportDraft> support() {
        return support;
    }

    List<GoalDraft> goals() {
        return goals;
    }

    Optional<Told> find(Trait trait) {
        return Optional.ofNullable(traits.get(trait));
    }

    /** Remembers a trait; empty unless another row has said otherwise. */
    Optional<Told> tell(Trait trait, Told told) {
        if (told.isEmpty()) {
            return Optional.empty();
        }
        Told before = traits.putIfAbsent(trait, told);
        return before == null || before.text().equalsIgnoreCase(told.text()) ? Optional.empty() : Optional.of(before);
    }

    static Map<VariableKey, Answered> answers() {
        return new HashMap<>();
    }

    static Map<String, CaseDraft> byId() {
        return new LinkedHashMap<>();
    }
}
