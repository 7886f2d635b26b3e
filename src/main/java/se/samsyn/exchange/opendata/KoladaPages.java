package se.samsyn.exchange.opendata;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads all pages of Kolada's lists, from the network or from files. */
sealed interface KoladaPages permits WebPages, SavedPages {

    /**
     * One request, with all the pages that follow it.
     *
     * @param path below the base, encoded
     */
    record Part(String path, Map<String, String> query) {}

    /** Takes rows, and tells whether a page gave anything new. */
    interface Rows {

        /** A new part begins: rows of the part at this index of the parts. */
        void begin(int part);

        /** Throws {@link Fields.Unreadable} on a row that cannot be read. */
        void take(JsonNode row, String place);

        /** How many rows so far said something not said before. */
        long fresh();
    }

    /** Reads every page of every part to the end. Throws {@link Refusal}. */
    void read(KoladaKind kind, List<Part> parts, Rows rows, Walk walk);

    /** Whether the source itself picks out what is asked for; if not, rows beside the question are no fault. */
    boolean picks();
}
