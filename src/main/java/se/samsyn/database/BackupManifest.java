package se.samsyn.database;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup says about itself.
 *
 * @param format the number of this layout
 * @param versions the newest migration of each module
 * @param tables each after those it refers to
 */
record BackupManifest(
        int format, Instant made, Map<String, String> versions, List<Part> tables, Map<String, Long> sequences) {

    static final int FORMAT = 1;

    /** One table's file: {@code tables/<name>.copy}, in PostgreSQL's text form. */
    record Part(String name, List<String> columns, long rows, String sha256) {

        String entry() {
            return "tables/" + name + ".copy";
        }
    }
}
