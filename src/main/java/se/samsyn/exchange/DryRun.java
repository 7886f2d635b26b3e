package se.samsyn.exchange;

import java.util.List;
import se.samsyn.sheet.Problem;

/**
 * What an import would do. Stores nothing.
 *
 * @param rows rows under the header
 * @param cases cases that would be written
 * @param occasions their occasions with answers
 * @param stops problems that stop the import, listed or not
 * @param warnings what only asks to be looked at, listed or not
 * @param unlisted problems and warnings beyond those listed
 */
public record DryRun(
        int rows, int cases, int occasions, List<Problem> problems, long stops, long warnings, long unlisted) {

    /** Copies the problems. */
    public DryRun {
        problems = List.copyOf(problems);
    }

    /** Whether the file may be imported. */
    public boolean ready() {
        return stops == 0 && cases > 0;
    }

    static DryRun of(ReadCases read) {
        return new DryRun(
                read.rows(),
                read.cases().size(),
                read.occasions(),
                read.problems().list(),
                read.problems().stops(),
                read.problems().warnings(),
                read.problems().unlisted());
    }

    static DryRun refused(List<Problem> problems, long unlisted) {
        return new DryRun(0, 0, 0, problems, problems.size() + unlisted, 0, unlisted);
    }
}
