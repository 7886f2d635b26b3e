package se.samsyn.access;

/** What somebody who has signed in must do before anything else. */
public enum Owed {
    NOTHING,
    /** Give the code of the second factor; until then nobody is signed in. */
    CODE,
    /** Choose a password of their own. */
    OWN_PASSWORD,
    /** Get a second factor. */
    SECOND_FACTOR
}
