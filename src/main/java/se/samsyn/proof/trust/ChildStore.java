package se.samsyn.proof.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Looks straight into the database of a {@link Child}, past the program, for what it really holds. */
final class ChildStore {

    private static final String SUPERUSER = "samsyn_superuser";

    private final Path database;

    ChildStore(Path data) {
        this.database = data.resolve("database");
    }

    /** How many cases have a local id that begins so. */
    long cases(String beginning) throws IOException {
        return number("select count(*) from samsyn.followup_case where local_id like ? || '%'", beginning);
    }

    /** The saved answers of an occasion as one number, counted to the base of eleven; -1 where there are none, or no such occasion. */
    long answered(String occasion) throws IOException {
        return number("""
                select coalesce(max((answers ->> 'maende')::int + 11 * (answers ->> 'vardag')::int
                    + 121 * (answers ->> 'ekonomi')::int), -1) from samsyn.followup_occasion where id = ?::uuid""", occasion);
    }

    long revision(String occasion) throws IOException {
        return number("select coalesce(max(revision), -1) from samsyn.followup_occasion where id = ?::uuid", occasion);
    }

    /** The lines in the log that say that a case was written in. */
    long changes(String of) throws IOException {
        return number("select count(*) from samsyn.access_log where event = 'WRITE_CASE' and object = ?", of);
    }

    private long number(String query, String word) throws IOException {
        var port = Files.readString(database.resolve("port")).strip();
        var password =
                Files.readString(database.resolve("secrets").resolve(SUPERUSER)).strip();
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/samsyn", SUPERUSER, password);
                var asked = connection.prepareStatement(query)) {
            asked.setString(1, word);
            try (var row = asked.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IOException("The child's database could not be asked", failure);
        }
    }
}
