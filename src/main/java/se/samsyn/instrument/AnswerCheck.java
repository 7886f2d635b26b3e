package se.samsyn.instrument;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.instrument.Fault.Kind;

/** Whether a question takes an answer. */
record AnswerCheck(Question question, LocalDate today) {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    Optional<Fault> fault(Answer answer) {
        return switch (answer) {
            case Answer.Special special ->
                faultUnless(question.special().contains(special.value()), Kind.SPECIAL_NOT_ALLOWED);
            case Answer.Chosen chosen -> faultOf(chosen);
            case Answer.Amount amount -> faultOf(amount);
            case Answer.Day day -> faultOf(day);
            case Answer.Text text -> faultOf(text);
        };
    }

    private Optional<Fault> faultOf(Answer.Chosen chosen) {
        Set<String> codes = question.options().stream().map(Option::code).collect(Collectors.toSet());
        List<String> given = chosen.codes();
        if (codes.isEmpty()) {
            return fault(Kind.WRONG_KIND);
        }
        if (!codes.containsAll(given) || given.stream().distinct().count() < given.size()) {
            return fault(Kind.UNKNOWN_OPTION);
        }
        if (given.size() > 1 && !(question.type() instanceof QuestionType.Multiple)) {
            return fault(Kind.ONE_OPTION_ONLY);
        }
        return faultUnless(given.size() == 1 || !given.contains(Option.NONE), Kind.NONE_STANDS_ALONE);
    }

    private Optional<Fault> faultOf(Answer.Amount amount) {
        Optional<Range> range = question.range();
        if (range.isEmpty()) {
            return fault(Kind.WRONG_KIND);
        }
        if (!range.get().contains(amount.value())) {
            return fault(
                    Kind.OUT_OF_RANGE,
                    range.get().low().toPlainString(),
                    range.get().high().toPlainString());
        }
        int decimals = question.type() instanceof QuestionType.Numeric number ? number.decimals() : 0;
        if (amount.value().scale() <= decimals) {
            return Optional.empty();
        }
        return decimals == 0 ? fault(Kind.NOT_WHOLE) : fault(Kind.TOO_MANY_DECIMALS, Integer.toString(decimals));
    }

    private Optional<Fault> faultOf(Answer.Day day) {
        if (!(question.type() instanceof QuestionType.Date date)) {
            return fault(Kind.WRONG_KIND);
        }
        if (date.days() == QuestionType.Days.PAST && day.value().isAfter(today)) {
            return fault(Kind.IN_THE_FUTURE);
        }
        return faultUnless(!day.value().isBefore(FIRST_DAY), Kind.BEFORE_1900);
    }

    private Optional<Fault> faultOf(Answer.Text text) {
        if (!(question.type() instanceof QuestionType.Text type)) {
            return fault(Kind.WRONG_KIND);
        }
        return text.value().length() > type.longest()
                ? fault(Kind.TOO_LONG, Integer.toString(type.longest()))
                : Optional.empty();
    }

    private Optional<Fault> faultUnless(boolean right, Kind kind) {
        return right ? Optional.empty() : fault(kind);
    }

    private Optional<Fault> fault(Kind kind, String... args) {
        return Optional.of(Fault.of(question.key(), kind, args));
    }
}
