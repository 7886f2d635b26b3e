package se.samsyn.exchange.cube;

/** What a dimension stands for. */
public enum Role {
    /** Points or periods of time: PX {@code TIMEVAL} or variable type T; JSON-stat role {@code time}. */
    TIME,
    /** Areas: PX {@code MAP} or variable type G; JSON-stat role {@code geo}. */
    REGION,
    /** What is measured, each with its unit: PX {@code CONTVARIABLE} or variable type C; JSON-stat role {@code metric}. */
    MEASURE,
    /** Any other division. */
    CLASSIFICATION
}
