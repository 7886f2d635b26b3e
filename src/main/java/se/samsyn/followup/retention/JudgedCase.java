package se.samsyn.followup.retention;

import se.samsyn.followup.CaseMoments;

/** A case with the rule that holds for it, what has been said of it, and how that falls out. */
public record JudgedCase(CaseMoments of, Rule rule, Keeping keeping, Verdict verdict) {}
