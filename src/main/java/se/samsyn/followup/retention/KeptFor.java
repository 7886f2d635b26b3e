package se.samsyn.followup.retention;

/** What a case is about when it is not erased at all (Socialtjänstlagen, formerly 2001:453 ch. 12 § 2); somebody must have said which. */
public enum KeptFor {
    /** Somebody has looked: none of these, so the case is erased in its time. */
    NONE,
    /** A child who was placed outside the home. */
    PLACED_CHILD,
    /** Parenthood that was established. */
    PARENTHOOD,
    ADOPTION
}
