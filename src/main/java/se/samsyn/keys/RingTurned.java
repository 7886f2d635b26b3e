package se.samsyn.keys;

/** A ring has been given a new key, by a command of the operator's. Told to those who keep a log of such things. */
public record RingTurned(Ring ring) {}
