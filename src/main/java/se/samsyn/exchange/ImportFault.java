package se.samsyn.exchange;

import java.util.Locale;
import se.samsyn.sheet.Fault;
import se.samsyn.sheet.Severity;

/** What can be wrong with what a file says of cases. */
public enum ImportFault implements Fault {
    MISSING_COLUMN,
    UNKNOWN_VARIABLE,
    UNKNOWN_OPTION_IN_MAPPING,
    UNKNOWN_WAVE,
    SAME_QUESTION_TWICE,
    MISSING_ORIGIN,
    NO_ID,
    ID_FORM,
    ID_IS_PERSONAL_NUMBER,
    NUMBER_FORM,
    NUMBER_DATE,
    NUMBER_CHECK_DIGIT,
    NUMBER_IN_TEXT,
    UNKNOWN_CODE,
    UNKNOWN_UNIT,
    MISSING_VALUE,
    NOT_A_NUMBER,
    OTHER_DECIMAL_MARK,
    NOT_A_DATE,
    IMPOSSIBLE_DATE,
    FUTURE_DATE,
    BEFORE_OPENING,
    OPENED_TOO_EARLY,
    SUPPORT_BEFORE_OPENING,
    OPENED_AFTER_CLOSING,
    CLOSED_BEFORE_OPENING,
    STOPPED_BEFORE_START,
    BIRTH_YEAR,
    AGE,
    MONTHS,
    PHASE_WITHOUT_DATE,
    CONFLICTING_ROWS,
    DUPLICATE_CASE,
    DUPLICATE_OCCASION,
    RATED_TWICE,
    RATED_WITHOUT_STEP,
    GOAL_LEVEL,
    GOAL_CONTRADICTION,
    GOAL_TOO_LONG,
    ANSWER_NOT_TAKEN,
    NUMBER_IN_COLUMN(Severity.WARNS),
    NUMBER_MASKED(Severity.WARNS),
    ROUNDED(Severity.WARNS),
    NOT_ASKED_IN_PHASE(Severity.WARNS),
    HIDDEN_BY_RULE(Severity.WARNS),
    REQUIRED_MISSING(Severity.WARNS),
    OCCASIONS_WITHOUT_ANSWERS(Severity.WARNS);

    private final Severity severity;

    ImportFault() {
        this(Severity.STOPS);
    }

    ImportFault(Severity severity) {
        this.severity = severity;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
