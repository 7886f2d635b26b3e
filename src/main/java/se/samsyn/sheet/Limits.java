package se.samsyn.sheet;

/**
 * How much a file may hold before it is refused, so that no file can stop the program.
 *
 * @param bytes size of the file
 * @param rows rows under the header
 * @param columns columns in the header
 * @param unpackedBytes size of all parts of a workbook together when unpacked
 * @param parts number of parts in a workbook
 */
public record Limits(long bytes, int rows, int columns, long unpackedBytes, int parts) {

    /** 50 MB, 500 000 rows, 2 000 columns, 600 MB unpacked. */
    public static final Limits USUAL = new Limits(50L << 20, 500_000, 2_000, 600L << 20, 2_000);
}
