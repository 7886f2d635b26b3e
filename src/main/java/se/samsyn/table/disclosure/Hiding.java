package se.samsyn.table.disclosure;

import java.util.BitSet;

/**
 * Which cells of a set of linked tables are not shown. All of them must bear one and the same mark: telling the small cells
 * from those hidden to protect them gives the small ones away.
 */
public final class Hiding {

    private final BitSet hidden;
    private final BitSet primaries;
    private final BitSet exposed;
    private final Audit audit;

    Hiding(BitSet hidden, BitSet primaries, BitSet exposed, Audit audit) {
        this.hidden = hidden;
        this.primaries = primaries;
        this.exposed = exposed;
        this.audit = audit;
    }

    /** Whether the cell must not be shown; always for concealed cells with persons and for combinations, never for those shown before. */
    public boolean hides(int cell) {
        return hidden.get(cell);
    }

    /**
     * Whether the cell is hidden for its own sake and not to protect another. For the owner of the figures alone: whoever
     * sees this together with the shown cells can work out many of the hidden ones.
     */
    public boolean primaryForOwnerOnly(int cell) {
        return primaries.get(cell);
    }

    /** Numbers of the cells, ascending, that cells shown before reveal whatever is hidden. Unless empty, refuse the release. */
    public int[] exposed() {
        return exposed.stream().toArray();
    }

    /** Numbers of the hidden cells, ascending. */
    public int[] hidden() {
        return hidden.stream().toArray();
    }

    /** The figures of the protection. */
    public Audit audit() {
        return audit;
    }
}
