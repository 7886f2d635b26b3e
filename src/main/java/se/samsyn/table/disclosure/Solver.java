package se.samsyn.table.disclosure;

import java.util.List;

/** What solves the attack's linear programs. */
enum Solver {
    /** OR-Tools, in native code. */
    NATIVE,

    /** ojAlgo, in Java alone. */
    JAVA;

    /** The native one where it runs. */
    static Solver best() {
        return GlopProgram.available() ? NATIVE : JAVA;
    }

    LinearProgram program(List<KnownSum> sums, int rows) {
        return switch (this) {
            case NATIVE -> GlopProgram.of(sums, rows);
            case JAVA -> JavaProgram.of(sums, rows);
        };
    }
}
