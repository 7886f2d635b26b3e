package se.samsyn.exchange.person;

/** The outcome of checking a text that should be a personal number. */
public sealed interface NumberCheck {

    /** The number is right. */
    record Valid(PersonalNumber number) implements NumberCheck {}

    /** Why it is not right. */
    enum Refused implements NumberCheck {
        /** It is not written as a personal number. */
        FORM,
        /** The day does not exist or has not come. */
        DATE,
        /** The last digit does not fit the others, so some digit is wrong. */
        CHECK_DIGIT
    }
}
