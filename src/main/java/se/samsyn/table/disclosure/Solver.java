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

    LinearProgram program(List<Balance> lines, int columns, LinearProgram.Simplex simplex) {
        return switch (this) {
            case NATIVE -> GlopProgram.of(lines, columns, simplex);
            case JAVA -> JavaProgram.of(lines, columns);
        };
    }
}
