package se.samsyn.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a file becomes rows: which of its columns become codes and which numbers. A part's position in the list is the number of its
 * column in {@link Question}s.
 *
 * @param file in the folder that {@link Warehouse#incoming} gives
 * @param look what {@link Warehouse#look} said of it
 * @param parts in the order of the new columns
 * @param person position of the column that names persons; empty where every row is a person of its own
 * @param period position among the parts of the one that tells periods; empty where each person has one row
 * @param times position of the column that says how many persons a row stands for; empty for one each
 */
public record Load(Path file, Look look, List<Part> parts, OptionalInt person, OptionalInt period, OptionalInt times) {

    /** Copies the parts. */
    public Load {
        parts = List.copyOf(parts);
        if (period.isPresent() && !(parts.get(period.getAsInt()) instanceof Codes)) {
            throw new IllegalArgumentException("Periods are told by codes");
        }
    }

    /** One new column. */
    public sealed interface Part {
        /** Position of the file's column. */
        int source();
    }

    /**
     * A column of codes.
     *
     * @param codes every code that may stand in the file, in order; a code's position is what it becomes
     */
    public record Codes(int source, List<String> codes) implements Part {

        /** Codes beyond these cannot be told apart. */
        public static final int MOST = 60_000;

        /** Copies the codes. */
        public Codes {
            codes = List.copyOf(codes);
            if (codes.isEmpty() || codes.size() > MOST) {
                throw new IllegalArgumentException("A column has 1 to " + MOST + " codes");
            }
        }
    }

    /**
     * A column of numbers.
     *
     * @param comma whether decimals stand after a comma
     * @param missing texts that mean that there is no number
     * @param negative whether numbers below 0 are allowed
     */
    public record Numbers(int source, boolean comma, Set<String> missing, boolean negative) implements Part {

        /** Copies the texts. */
        public Numbers {
            missing = Set.copyOf(missing);
        }
    }

    /** How the text of a file is to be read. */
    public enum Format {
        CSV,
        PARQUET
    }

    /**
     * What a file looks like.
     *
     * @param header the names of its columns
     * @param delimiter between cells; blank for Parquet
     * @param encoding as the engine calls it; blank for Parquet
     */
    public record Look(Format format, List<String> header, String delimiter, String encoding) {

        /** Copies the names. */
        public Look {
            header = List.copyOf(header);
        }
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** The rows are kept under this name. */
        record Kept(RowsName rows, long size) implements Outcome {}

        /** Nothing is kept; these are the first problems of each column. */
        record Refused(List<Problem> problems) implements Outcome {
            /** Copies the problems. */
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** What can be wrong with a file. */
    public enum Fault {
        /** The row has fewer or more cells than the header. */
        WIDTH,
        /** The row cannot be read as text in columns. */
        UNREADABLE,
        /** The cell is none of the codes. */
        UNKNOWN_CODE,
        /** The cell is no number. */
        NOT_A_NUMBER,
        /** The number is below 0. */
        NEGATIVE,
        /** The row does not say whom it is about. */
        NO_PERSON,
        /** The person has an earlier row of the same period. */
        TWICE,
        /** The number of persons is no whole number from 0 to 1 000 000. */
        BAD_TIMES,
        /** There are no rows. */
        EMPTY
    }

    /**
     * A problem in a file.
     *
     * @param row as spreadsheet programs count, the header being 1; 0 where no row is meant
     * @param source position of the column; -1 where none is meant
     * @param value what stands there; for the one who sent the file, never for a log
     * @param times how many rows have it
     */
    public record Problem(Fault fault, long row, int source, String value, long times) {

        /** Names fault and place alone, since the value may be secret. */
        @Override
        public String toString() {
            return fault + " at row " + row;
        }
    }

    /**
     * How a column's contents look, for a codebook where none was given.
     *
     * @param distinct about how many different values there are
     * @param numbers whether every value is a number; those that are run from the lowest to the highest, NaN where there is none
     * @param comma whether any value has a comma
     * @param dayLike the share of the different values that are a day and four digits more, of 0 to 1; 0 where no number is that long
     * @param values the different values in order, where they are few
     */
    public record Profile(
            int source,
            long filled,
            long distinct,
            boolean numbers,
            boolean comma,
            double lowest,
            double highest,
            double dayLike,
            List<String> values) {

        /** Columns with more different values than these are not listed. */
        public static final int MOST_VALUES = 300;

        /** Copies the values. */
        public Profile {
            values = List.copyOf(values);
        }
    }
}
