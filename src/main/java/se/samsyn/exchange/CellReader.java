package se.samsyn.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import se.samsyn.sheet.Cell;
import se.samsyn.sheet.DateForm;
import se.samsyn.sheet.DecimalMark;
import se.samsyn.sheet.NumberForm;
import se.samsyn.sheet.Problems;

/** Makes numbers and dates of cells, or problems. */
final class CellReader {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private final Map<String, DecimalMark> marks;
    private final LocalDate today;
    private final Problems problems;

    /**
     * @param marks the decimal mark of each column that has decimals
     */
    CellReader(Map<String, DecimalMark> marks, LocalDate today, Problems problems) {
        this.marks = Map.copyOf(marks);
        this.today = today;
        this.problems = problems;
    }

    Problems problems() {
        return problems;
    }

    LocalDate today() {
        return today;
    }

    String quote(Told told) {
        return Quote.of(told.text(), today);
    }

    /** A number; where the decimal mark is not the column's, that is the problem. */
    Optional<BigDecimal> number(Told told) {
        Optional<BigDecimal> number = NumberForm.parse(told.text());
        if (number.isEmpty()) {
            problems.add(told.problem(ImportFault.NOT_A_NUMBER, quote(told)));
            return number;
        }
        Optional<DecimalMark> mark =
                told.cell().kind() == Cell.Kind.NUMBER ? Optional.empty() : NumberForm.mark(told.text());
        DecimalMark usual = marks.get(told.column());
        if (mark.isPresent() && usual != null && mark.get() != usual) {
            problems.add(told.problem(ImportFault.OTHER_DECIMAL_MARK, quote(told), String.valueOf(usual.sign())));
            return Optional.empty();
        }
        return number;
    }

    /** A whole number. */
    Optional<Integer> whole(Told told) {
        Optional<BigDecimal> number = number(told);
        if (number.isPresent()
                && (number.get().stripTrailingZeros().scale() > 0
                        || number.get().abs().intValue() > 1_000_000)) {
            problems.add(told.problem(ImportFault.NOT_A_NUMBER, quote(told)));
            return Optional.empty();
        }
        return number.map(BigDecimal::intValue);
    }

    /** A day from 1900 to today. */
    Optional<LocalDate> day(Told told) {
        Optional<LocalDate> day = anyDay(told);
        if (day.isPresent() && day.get().isAfter(today)) {
            problems.add(told.problem(ImportFault.FUTURE_DATE, quote(told)));
            return Optional.empty();
        }
        return day;
    }

    /** A day from 1900, past or future. */
    Optional<LocalDate> anyDay(Told told) {
        Optional<LocalDate> day = DateForm.parse(told.text()).filter(found -> !found.isBefore(FIRST_DAY));
        if (day.isEmpty()) {
            boolean impossible = DateForm.looksLikeDate(told.text());
            problems.add(told.problem(impossible ? ImportFault.IMPOSSIBLE_DATE : ImportFault.NOT_A_DATE, quote(told)));
        }
        return day;
    }
}
