package se.samsyn.followup.handout;

import java.time.LocalDate;
import java.util.List;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.UnitId;

/**
 * What somebody wishes to hand out about persons.
 *
 * @param since the first day of opening of the cases
 * @param until the last
 * @param variables what of each case: {@link CaseField} names and keys of questions
 * @param hidden whether protected persons are among them
 * @param reason why, and on what ground
 * @param recipient to whom
 */
public record HandoutWish(
        UnitId unit,
        InstrumentKey instrument,
        LocalDate since,
        LocalDate until,
        List<String> variables,
        Inclusion hidden,
        String reason,
        String recipient) {

    /** Copies the list. */
    public HandoutWish {
        variables = List.copyOf(variables);
    }

    /** Whether something that is usually left out is in. */
    public enum Inclusion {
        LEFT_OUT,
        INCLUDED
    }
}
