package se.samsyn.table.crossing;

/** How groups are written in the names of published cells: the same for whoever publishes them and whoever looks them up. */
public final class CellNames {

    /** The codes that no group of a grouping has. */
    public static final String REST = "*";

    /** Those of whom nothing is known. */
    public static final String UNKNOWN = "-";

    private CellNames() {}

    /** A code or the key of a group: never mistaken for the others, nor for the end of a part. */
    public static String of(String code) {
        return switch (code) {
            case REST -> "%2A";
            case UNKNOWN -> "%2D";
            default -> code.replace("%", "%25").replace(";", "%3B");
        };
    }
}
