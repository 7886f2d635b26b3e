package se.samsyn.kernel;

/** Sex as answered by the person; never guessed from a number. Shown as women, men and other or unknown. */
public enum Sex {
    WOMAN,
    MAN,
    OTHER,
    UNKNOWN
}
