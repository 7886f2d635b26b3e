package se.samsyn.database;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a copy of the database's files says about itself.
 *
 * @param format the number of this layout
 * @param ended when the copy was whole
 * @param server the main version of PostgreSQL, such as 18
 * @param system PostgreSQL's own number of the cluster
 * @param first the first piece of the log that is needed, and {@code last} the last one; both are in the copy, and those between
 * @param versions the newest migration of each module
 */
record BaseManifest(
        int format,
        Instant ended,
        int server,
        String system,
        String first,
        String last,
        Map<String, String> versions,
        List<Part> files) {

    static final int FORMAT = 1;
    static final String NAME = "base.json";

    /** One file of the cluster, by its path in it. */
    record Part(String path, long size, String sha256) {}
}
