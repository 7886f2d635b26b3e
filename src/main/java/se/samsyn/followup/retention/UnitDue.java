package se.samsyn.followup.retention;

import se.samsyn.organisation.Unit;

/**
 * How many cases of a unit are due, without naming any.
 *
 * @param due whose duty to be erased has arisen, those with something left to ask among them
 * @param late of those, how many should have been erased already
 * @param asked of those, how many have something left to ask
 * @param kept never to be erased
 * @param held by decision
 * @param silent open, and without a note for as long as the rule lets a case be kept: to be closed or written in
 */
public record UnitDue(Unit unit, int cases, int due, int late, int asked, int kept, int held, int silent) {}
