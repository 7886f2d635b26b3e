package se.samsyn.access.audit;

/**
 * What came of going through the chain.
 *
 * @param places how many places were gone through
 * @param waiting lines that are not yet sealed
 * @param last the last place; 0 where there is none
 * @param seal its seal, as hexadecimal digits
 */
record Verdict(long places, long waiting, long last, String seal, long faults) {}
