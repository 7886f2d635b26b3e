package se.samsyn.table.disclosure;

/**
 * Cells of the same persons, taken as one.
 *
 * @param cells numbers of the cells, ascending
 * @param rows the rows of its inner cells, ascending
 * @param persons how many they are, at least 1
 * @param standing the weightiest of the cells' standings
 * @param importance the greatest of the cells' importances
 * @param primary whether it must not become known: too small and free, or concealed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record MergedCell(int[] cells, int[] rows, long persons, Standing standing, int importance, boolean primary) {

    /** Whether hiding it is ours to choose. */
    boolean candidate() {
        return standing == Standing.FREE && !primary;
    }
}
