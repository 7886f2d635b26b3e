package se.samsyn.table.release;

/** What came of protecting and attacking a set. */
public sealed interface Proposal permits Attacked, Proposal.Refused {

    /** It cannot be laid out, hides everything, or comes too near what was released of earlier rows. */
    record Refused(Declared declared, ReleaseFault fault) implements Proposal {}
}
