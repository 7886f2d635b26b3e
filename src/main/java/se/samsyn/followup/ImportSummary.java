package se.samsyn.followup;

/** What an import did: cases that are new, that differed from what was here, and that were as before. */
public record ImportSummary(int added, int changed, int unchanged) {}
