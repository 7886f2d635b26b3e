package se.samsyn.instrument;

/** When a question is asked: before support starts, while it goes on, when it ends, and some time after. */
public enum Phase {
    BEFORE,
    DURING,
    CLOSURE,
    AFTER
}
