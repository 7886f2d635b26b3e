package se.samsyn.table.crossing;

import java.util.Locale;

/** What the figure in each cell is. */
public enum Show {
    COUNT,
    ROW_SHARE,
    COLUMN_SHARE,
    TOTAL_SHARE,
    MEAN,
    MEDIAN,
    LOWER_QUARTILE,
    UPPER_QUARTILE,
    LOWER_DECILE,
    UPPER_DECILE,
    /** The numbers of all in the cell added up. */
    SUM;

    /** Whether it is computed from a number. */
    public boolean ofNumber() {
        return compareTo(MEAN) >= 0;
    }

    /** Whether it is a number that a share of those in the cell lie below. */
    public boolean ofRank() {
        return ofNumber() && this != MEAN && this != SUM;
    }

    /** The word in addresses and commands. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the word.
     *
     * @throws CrossingFault when there is no such figure
     */
    public static Show of(String word) {
        for (Show show : values()) {
            if (show.word().equals(word)) {
                return show;
            }
        }
        throw new CrossingFault("unknown-show", word);
    }
}
