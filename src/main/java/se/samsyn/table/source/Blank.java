package se.samsyn.table.source;

/** Why a value is not there. Each kind is counted apart; none of them is zero and none is hidden by secrecy. */
public enum Blank {
    /** The person was not followed up at this moment. */
    NO_OCCASION,
    /** There was an occasion, but the question stands without an answer. */
    NOT_ANSWERED,
    /** The person or the caseworker does not know. */
    UNKNOWN,
    /** The caseworker chose not to ask. */
    NOT_ASKED,
    /** The question does not concern this person: not applicable, never counted as missing. */
    NOT_RELEVANT,
    /** The person declined to answer. */
    DECLINED
}
