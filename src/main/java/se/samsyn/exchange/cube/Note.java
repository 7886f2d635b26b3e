package se.samsyn.exchange.cube;

/** A footnote. */
public record Note(Weight weight, Texts text) {

    /** Whether a note must be shown with the figures. */
    public enum Weight {
        /** Is shown always; the PX keywords that end in X. */
        MANDATORY,
        /** Is shown on request. */
        OPTIONAL
    }
}
