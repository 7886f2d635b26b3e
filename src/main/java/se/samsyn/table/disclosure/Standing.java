package se.samsyn.table.disclosure;

/** What is settled about a cell before anything is hidden. */
public enum Standing {
    /** Asked for in this release: shown if that reveals nobody, hidden otherwise. */
    FREE,

    /** Known to everybody already, for instance from an earlier release: cannot be hidden, whatever it reveals. */
    SHOWN,

    /**
     * A meaningful combination of cells (injured: seriously or lightly) that is not published, nor secret for its own sake, but of which it
     * must not be told that everybody is in one part.
     */
    COMBINATION,

    /**
     * Not shown in this release and not to be worked out from it: a cell hidden in an earlier release, or a difference of
     * two cells that would tell of few persons. Protected whatever its size.
     */
    CONCEALED
}
