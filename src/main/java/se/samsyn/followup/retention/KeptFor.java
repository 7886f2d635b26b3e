package se.samsyn.followup.retention;

/** What a case is about when it is not erased at all (Socialtjänstlagen, formerly 2001:453 ch. 12 § 2). */
public enum KeptFor {
    /** A child who was placed outside the home. */
    PLACED_CHILD,
    /** Parenthood that was established. */
    PARENTHOOD,
    ADOPTION
}
