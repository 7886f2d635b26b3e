package se.samsyn.table.disclosure;

/**
 * Cells of the same rows, taken as one.
 *
 * @param cells numbers of the cells, ascending
 * @param rows the rows of its inner cells, ascending
 * @param persons how many they are
 * @param standing the weightiest of the cells' standings
 * @param importance the greatest of the cells' importances
 * @param worth how much is lost with it: its count or amount, and among equals what lies in the most and largest cells
 * @param primary whether it must not become known: too small and free, or concealed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record MergedCell(
        int[] cells, int[] rows, long persons, Standing standing, int importance, double worth, boolean primary) {

    /** Whether hiding it is ours to choose. */
    boolean candidate() {
        return standing == Standing.FREE && !primary;
    }
}
