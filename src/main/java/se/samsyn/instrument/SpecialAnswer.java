package se.samsyn.instrument;

/** The four ways of having no ordinary answer; they are stored and shown apart, and never counted as an ordinary answer. */
public enum SpecialAnswer {
    /** Asked, but nobody knows. */
    UNKNOWN,
    /** The question was not put. */
    NOT_ASKED,
    /** The question does not apply to this person. */
    NOT_RELEVANT,
    /** The person did not want to answer. */
    DECLINED
}
