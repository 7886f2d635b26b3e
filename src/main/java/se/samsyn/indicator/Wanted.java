package se.samsyn.indicator;

/** Whether high or low values are wanted. Decided by those who use an indicator; none for most imported ones, and then nothing is called better. */
public enum Wanted {
    HIGH,
    LOW,
    NONE
}
