package se.samsyn.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.FormId;
import se.samsyn.instrument.Phase;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.UnitId;

/**
 * A case as a file tells it, already checked. Matched to a case here by unit, instrument and local id, or the {@link Pseudonyms
 * pseudonym} of that id; a protected person's case is stored under the pseudonym alone. What the file does not
 * tell is left as it is: occasions of other days, answers to other questions, part goals, and what is empty or unknown in it. A
 * file never takes protection of identity away.
 */
public record ImportedCase(
        UnitId unit,
        InstrumentKey instrument,
        LocalId localId,
        Sex sex,
        OptionalInt birthYear,
        Identity identity,
        WayIn wayIn,
        LocalDate opened,
        Optional<Closure> closure,
        List<Visit> visits,
        List<Given> given,
        Optional<Aim> overall) {

    /** Copies the lists. */
    public ImportedCase {
        visits = List.copyOf(visits);
        given = List.copyOf(given);
    }

    /**
     * A completed occasion in the file. Matched to one here by phase and, within it, by day, else by months after the start.
     *
     * @param dated whether its day alone tells which occasion it is, since its months were worked out of it
     */
    public record Visit(Phase phase, LocalDate date, int months, FormId form, Answers answers, boolean dated) {

        /** A visit of which the months are known. */
        public Visit(Phase phase, LocalDate date, int months, FormId form, Answers answers) {
            this(phase, date, months, form, answers, false);
        }
    }

    /**
     * The overall goal and how far it had come. A case that has no overall goal here gets one with this text and scale; ratings of
     * other days are kept.
     */
    public record Aim(String text, GasScale scale, LocalDate set, List<Goal.Rating> ratings) {
        /** Copies the ratings. */
        public Aim {
            ratings = List.copyOf(ratings);
        }
    }

    /** Support given, as the file tells it. */
    public record Given(InterventionKind kind, LocalDate started, Optional<LocalDate> stopped) {}
}
