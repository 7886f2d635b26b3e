package se.samsyn.access;

/** Why a password is not taken. */
public enum PasswordFault {
    /** The present password is another. */
    WRONG,
    TOO_SHORT,
    TOO_LONG,
    /** Holds the own name or username. */
    OWN_NAME,
    /** Few different characters, such as aaaaaaaaaaaa. */
    TOO_PLAIN,
    /** Among the first that somebody would guess, such as password1234 or sommar202612. */
    GUESSABLE,
    /** The one there was. */
    SAME
}
