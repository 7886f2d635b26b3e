package se.samsyn.access.audit.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samsyn.access.audit.Listed;

/**
 * A month in the list.
 *
 * @param first the first day of the month
 * @param check the id of the check; null where it is not begun
 */
record MonthRow(
        String month,
        LocalDate first,
        LocalDate due,
        String state,
        @Nullable String check,
        boolean late) {

    static MonthRow of(Listed listed, LocalDate today) {
        return new MonthRow(
                listed.month().toString(),
                listed.month().atDay(1),
                listed.due(),
                listed.state().name(),
                listed.check().map(Object::toString).orElse(null),
                listed.isLate(today));
    }
}
