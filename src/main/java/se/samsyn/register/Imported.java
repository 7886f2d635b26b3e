package se.samsyn.register;

import java.util.List;

/** What became of a register's import. */
public sealed interface Imported {

    /**
     * It can be crossed now.
     *
     * @param leftOut the file's columns that became nothing
     */
    record Done(Register register, List<String> leftOut) implements Imported {
        /** Copies the names. */
        public Done {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Nothing was changed; this must be mended first. */
    record Refused(List<Mend> mends) implements Imported {
        /** Copies the list. */
        public Refused {
            mends = List.copyOf(mends);
        }
    }
}
