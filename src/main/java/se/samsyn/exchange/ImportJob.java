package se.samsyn.exchange;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import se.samsyn.followup.ImportSummary;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.UnitId;

/**
 * An import that runs or has run.
 *
 * @param upload the file; gone when the job has ended, unless it can be run again
 * @param unit the unit that was chosen
 * @param total cases to write
 * @param done cases written so far; none of them counts until all are
 * @param outcome what became of it; nothing yet while it runs
 */
public record ImportJob(
        UUID id,
        UploadId upload,
        UnitId unit,
        InstrumentKey instrument,
        int total,
        int done,
        Outcome outcome,
        Instant started,
        Optional<Instant> ended) {

    /** Where it stands. In all but the second nothing is stored. */
    public enum State {
        RUNNING,
        DONE,
        /** Problems were found when the file was read again. */
        REFUSED,
        CANCELLED,
        FAILED,
        /** The program stopped while it ran. */
        INTERRUPTED;

        /** Whether the file is kept, so that the user can go on with it. */
        boolean keepsFile() {
            return this == RUNNING || this == REFUSED || this == INTERRUPTED;
        }
    }

    /** Why it failed. */
    public enum Fault {
        /** Somebody else changed the same cases meanwhile. */
        BUSY,
        /** The database could not be reached, or failed. */
        DATABASE,
        /** The file could not be read from the disk. */
        FILE,
        /** A fault of the program. */
        UNEXPECTED
    }

    /**
     * What became of it.
     *
     * @param occasions occasions in the file
     * @param warnings what the file only asked to be looked at
     * @param fault only where it failed
     */
    public record Outcome(State state, ImportSummary cases, int occasions, long warnings, Optional<Fault> fault) {

        private static final ImportSummary NOTHING = new ImportSummary(0, 0, 0);

        static Outcome of(State state) {
            return new Outcome(state, NOTHING, 0, 0, Optional.empty());
        }

        static Outcome failed(Fault fault) {
            return new Outcome(State.FAILED, NOTHING, 0, 0, Optional.of(fault));
        }

        static Outcome of(ImportResult result) {
            return switch (result) {
                case ImportResult.Accepted(DryRun run, ImportSummary cases) ->
                    new Outcome(State.DONE, cases, run.occasions(), run.warnings(), Optional.empty());
                case ImportResult.Rejected _ -> of(State.REFUSED);
            };
        }
    }

    /** Where it stands. */
    public State state() {
        return outcome.state();
    }

    /** Whether the file is still there to be imported after it ended. */
    public boolean mayRunAgain() {
        return !running() && state().keepsFile();
    }

    /** Whole per cent of the cases. */
    public int percent() {
        return total == 0 ? 0 : (int) (100L * done / total);
    }

    /** Whether it still runs. */
    public boolean running() {
        return state() == State.RUNNING;
    }
}
