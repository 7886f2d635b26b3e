package se.samsyn.instrument.web;

import java.util.List;
import se.samsyn.instrument.QuestionType;

/** The types of question by name, as pages speak of them. */
enum QuestionKind {
    SINGLE,
    MULTIPLE,
    YES_NO,
    SCALE,
    NUMBER,
    DATE,
    TEXT,
    MATRIX,
    HEADING;

    /** Those that can be added on the page. */
    static final List<QuestionKind> TO_ADD = List.of(SINGLE, MULTIPLE, YES_NO, SCALE, NUMBER, DATE, TEXT);

    static QuestionKind of(QuestionType type) {
        return switch (type) {
            case QuestionType.Single _ -> SINGLE;
            case QuestionType.Multiple _ -> MULTIPLE;
            case QuestionType.YesNo _ -> YES_NO;
            case QuestionType.Scale _ -> SCALE;
            case QuestionType.Numeric _ -> NUMBER;
            case QuestionType.Date _ -> DATE;
            case QuestionType.Text _ -> TEXT;
            case QuestionType.Matrix _ -> MATRIX;
            case QuestionType.Heading _ -> HEADING;
        };
    }

    public boolean choice() {
        return this == SINGLE || this == MULTIPLE;
    }

    /** Whether its answers can be better or worse. */
    public boolean ordered() {
        return this == SINGLE || this == YES_NO || this == SCALE || this == NUMBER;
    }
}
