package se.samsyn.exchange;

/** What to do with personal numbers that stand in free text. */
public enum NumbersInText {
    REFUSE,
    MASK
}
