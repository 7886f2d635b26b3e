package se.samsyn.access.provisioning;

import java.util.List;
import java.util.Optional;
import se.samsyn.access.AccountChange;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.sheet.Problem;

/**
 * What following a file would do, or why it cannot be followed.
 *
 * @param steps none where there are problems
 * @param unused columns of the file that are not used
 * @param inUse how many accounts are in use in the place before
 */
public record SyncPlan(List<Step> steps, List<Problem> problems, List<String> unused, long inUse) {

    /** Closing more than this many, and more than this part of those in use, is asked about once more. */
    private static final int FEW = 5;

    private static final int PART = 5;

    /** Copies the lists. */
    public SyncPlan {
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
        unused = List.copyOf(unused);
    }

    /** What is done to an account. */
    public enum Kind {
        OPEN,
        CHANGE,
        CLOSE,
        REOPEN
    }

    /**
     * One step.
     *
     * @param row of the file; 0 for accounts that are not in it
     */
    public record Step(
            int row,
            Kind kind,
            String username,
            String name,
            Role role,
            PlaceCode place,
            Optional<UnitId> unit,
            AccountChange change) {}

    /** How many steps of a kind there are. */
    public long count(Kind kind) {
        return steps.stream().filter(step -> step.kind() == kind).count();
    }

    /** Whether so many accounts would be closed that the number must be stated: more than five, and more than a fifth of those in use. */
    public boolean closesMany() {
        long closed = count(Kind.CLOSE);
        return closed > FEW && closed * PART > inUse;
    }

    List<AccountChange> changes() {
        return steps.stream().map(Step::change).toList();
    }
}
