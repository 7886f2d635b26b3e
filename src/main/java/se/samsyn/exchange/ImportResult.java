package se.samsyn.exchange;

import se.samsyn.followup.ImportSummary;

/** The outcome of an import: all of the file, or nothing. */
public sealed interface ImportResult {

    /** All is stored. */
    record Accepted(DryRun run, ImportSummary summary) implements ImportResult {}

    /** Nothing is stored. */
    record Rejected(DryRun run) implements ImportResult {}
}
