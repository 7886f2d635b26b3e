package se.samsyn.proof.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody who imports file after file while the program is killed, and remembers which of them were said to be done. */
final class Importer {

    static final int CASES = 400;

    private static final Pattern UNIT = Pattern.compile("value=\"([0-9a-f-]{36})\"");

    private final int port;
    private final List<String> begun = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private Caller caller;

    Importer(int port) throws IOException {
        this.port = port;
        this.caller = Writer.signedIn(port, "chef");
    }

    /** Imports one more file; gives up where the program does not answer. */
    void importFile() {
        var mark = "filx" + Long.toString(System.nanoTime(), 36) + "x";
        try {
            var unit = UNIT.matcher(caller.get("/import").text());
            if (!unit.find()) {
                return;
            }
            var sent = caller.post(
                    "/import",
                    List.of(new Field("unit", unit.group(1)), new Field("instrument", "allman")),
                    List.of("file"),
                    rows(mark));
            var at = sent.location().replaceFirst(".*/import/", "");
            caller.post("/import/" + at + "/koppling", fields());
            begun.add(mark);
            var run = caller.post("/import/" + at + "/kor", List.of());
            if (run.location().contains("/jobb/")
                    && ended("/import/jobb/" + run.location().replaceFirst(".*/jobb/", ""))) {
                done.add(mark);
            }
        } catch (IOException lost) {
            // What was begun is looked for afterwards: all of it or nothing.
            return;
        }
    }

    private boolean ended(String job) throws IOException {
        for (int look = 0; look < 600; look++) {
            var page = caller.get(job);
            if (page.status() != 200) {
                return false;
            }
            if (!page.text().contains("<progress")) {
                return page.text().contains("notice-ok");
            }
        }
        return false;
    }

    void comeBack() throws IOException {
        caller = Writer.signedIn(port, "chef");
    }

    int done() {
        return done.size();
    }

    int begun() {
        return begun.size();
    }

    /** Files of which a part was written, or nothing though it was said to be done. */
    List<String> faults(ChildStore store) throws IOException {
        var faults = new ArrayList<String>();
        for (var mark : begun) {
            long held = store.cases(mark);
            if (held == 0 ? done.contains(mark) : held != CASES) {
                faults.add("en inläsning har " + held + " av " + CASES + " ärenden");
            }
        }
        return faults;
    }

    private static byte[] rows(String mark) {
        var rows = new StringBuilder("id;kön\n");
        for (int row = 0; row < CASES; row++) {
            rows.append(mark).append(row).append(row % 2 == 0 ? ";kvinna\n" : ";man\n");
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<Field> fields() {
        return List.of(
                new Field("shape", "case"),
                new Field("role.0", "case:local-id"),
                new Field("role.1", "trait:sex"),
                new Field("opened", "2025-01-10"),
                new Field("name", ""));
    }
}
