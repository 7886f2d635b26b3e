package se.samsyn.proof.trust;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Somebody who fills in an occasion as its page does: each save bears the page's name and its turn, and what was not acknowledged is sent
 * again as the next. Remembers what was acknowledged.
 */
final class Writer {

    private static final Pattern REVISION = Pattern.compile("\"revision\"\\s*:\\s*(\\d+)");
    private static final int BASE = 11;

    /** So many numbers the three answers can tell apart; then they begin anew. */
    private static final int MOST = BASE * BASE * BASE;

    private final int port;
    private final String of;
    private final String occasion;
    private final UUID page = UUID.randomUUID();
    private Caller caller;
    private int revision = 1;
    private int sent;
    private int acknowledged = -1;
    private int acknowledgements;

    private Writer(int port, Caller caller, String of, String occasion) {
        this.port = port;
        this.caller = caller;
        this.of = of;
        this.occasion = occasion;
    }

    /** Opens a case and begins its first occasion. */
    static Writer open(int port, LocalDate today) throws IOException {
        var caller = signedIn(port, "handlaggare");
        var day = today.toString();
        var opened = caller.post(
                "/arenden",
                fields(
                        "instrument=allman",
                        "sex=WOMAN",
                        "identity=OPEN",
                        "wayIn=REPORT",
                        "opened=" + day,
                        "localId=skriv-" + Long.toString(System.nanoTime(), 36)));
        var of = id(opened, "/arenden/");
        var begun = caller.post("/arenden/" + of + "/tillfallen", fields("phase=BEFORE", "date=" + day));
        return new Writer(port, caller, of, id(begun, "/tillfallen/"));
    }

    private static String id(Said said, String before) throws IOException {
        int at = said.location().indexOf(before);
        if (at < 0) {
            throw new IOException("Nothing was opened: " + said.status());
        }
        return said.location().substring(at + before.length(), at + before.length() + 36);
    }

    /** Signs in as one of the demo's people. */
    static Caller signedIn(int port, String username) throws IOException {
        var caller = new Caller(port);
        var said = caller.post("/demo/valj", List.of(new Field("username", username)));
        if (said.refused() || said.broken()) {
            throw new IOException("Nobody could sign in: " + said.status());
        }
        caller.renew();
        return caller;
    }

    /** Saves the next answers; gives whether it was acknowledged. */
    boolean save() {
        sent++;
        int value = sent % MOST;
        try {
            var said = caller.post(
                    "/tillfallen/" + occasion + "/utkast",
                    fields(
                            "revision=" + revision,
                            "page=" + page,
                            "turn=" + sent,
                            "answer=json",
                            "a.maende=" + value % BASE,
                            "a.vardag=" + value / BASE % BASE,
                            "a.ekonomi=" + value / BASE / BASE));
            var kept = REVISION.matcher(said.text());
            if (said.status() == 200 && kept.find()) {
                revision = Math.max(revision, Integer.parseInt(kept.group(1)));
                acknowledged = sent;
                acknowledgements++;
                return true;
            }
            return false;
        } catch (IOException lost) {
            return false;
        }
    }

    /** Signs in anew after the program has been away; the page stays the same. */
    void comeBack() throws IOException {
        caller = signedIn(port, "handlaggare");
    }

    int acknowledgements() {
        return acknowledgements;
    }

    /** What is wrong with what the database holds: saves lost, doubled, or written without a line in the log. */
    List<String> faults(ChildStore store) throws IOException {
        var faults = new ArrayList<String>();
        long held = store.answered(occasion);
        if (acknowledged >= 0 && Math.floorMod(held - acknowledged, MOST) > sent - acknowledged) {
            faults.add("ett kvitterat sparande är borta: " + held + " är där, " + acknowledged % MOST + " kvitterades");
        }
        long saves = store.revision(occasion) - 1;
        if (saves < acknowledgements || saves > sent) {
            faults.add("sparat " + saves + " gånger, kvitterat " + acknowledgements + ", sänt " + sent);
        }
        if (store.changes(of) < 2) {
            faults.add("loggen saknar rad för en kvitterad ändring");
        }
        return faults;
    }

    private static List<Field> fields(String... texts) {
        return List.of(texts).stream().map(Field::of).toList();
    }
}
