package se.samsyn.proof.trust;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import se.samsyn.access.Role;

/** One of many people at work at the same time; see {@link LoadBench} for what they do. */
final class Worker {

    private static final Pattern CASE = Pattern.compile("href=\"(/arenden/[0-9a-f-]{36})\"");
    private static final Pattern HIDDEN = Pattern.compile("name=\"(revision|page|turn)\" value=\"([^\"]+)\"");
    private static final int SAVES = 6;

    static final String SIGN_IN = "inloggning";

    private final Person person;
    private final Caller caller;
    private final LocalDate today;
    private final SplittableRandom random;

    Worker(int port, Person person, LocalDate today, int number) {
        this.person = person;
        this.caller = new Caller(port);
        this.today = today;
        this.random = new SplittableRandom(number);
    }

    /** A page asked for, or a form sent. */
    @FunctionalInterface
    private interface Ask {
        Said ask() throws IOException;
    }

    /** Works until the time is over. */
    void work(long until, Times times) {
        try {
            wait(random.nextInt(60_000));
            var signedIn = asked(SIGN_IN, times, () -> {
                long from = System.nanoTime();
                caller.signIn(person.username(), person.password());
                return new Said(200, "", "", new byte[0], TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from));
            });
            while (signedIn.status() == 200 && System.nanoTime() < until) {
                round(times);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fell) {
            times.failed("arbetet", fell.getClass().getSimpleName());
        }
    }

    private void round(Times times) throws InterruptedException {
        seen("start", "/", times);
        seen("att göra", "/att-gora", times);
        var list = seen("ärendelista", "/arenden", times);
        var cases = CASE.matcher(list.text())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        if (!cases.isEmpty()) {
            open(cases.get(random.nextInt(cases.size())), times);
        }
        boolean manager = person.actor().role() == Role.UNIT_MANAGER;
        if (manager || random.nextInt(4) == 0) {
            seen("resultat", "/resultat?instrument=allman", times);
            seen("resultat", "/resultat?instrument=allman&vy=how-it-went", times);
        }
    }

    private void open(String at, Times times) throws InterruptedException {
        if (person.actor().role() == Role.UNIT_MANAGER) {
            asked(
                    "ändamål",
                    times,
                    () -> caller.post(
                            "/andamal",
                            List.of(
                                    new Field("arende", at.replace("/arenden/", "")),
                                    new Field("purpose", "SUPERVISION"))));
            seen("ärende", at, times);
            return;
        }
        seen("ärende", at, times);
        var begun = asked(
                "börja uppföljning",
                times,
                () -> caller.post(
                        at + "/tillfallen",
                        List.of(new Field("phase", "DURING"), new Field("date", today.toString()))));
        think();
        if (begun.location().contains("/tillfallen/")) {
            fill(begun.location().replaceFirst(".*/tillfallen/", "/tillfallen/"), times);
        }
    }

    private void fill(String form, Times times) throws InterruptedException {
        var page = seen("formulär", form, times);
        var sent =
                new HashMap<>(Map.of("revision", "1", "page", UUID.randomUUID().toString()));
        HIDDEN.matcher(page.text()).results().forEach(found -> sent.put(found.group(1), found.group(2)));
        for (int turn = 1; turn <= SAVES && page.text().contains("data-save"); turn++) {
            int number = turn;
            asked(
                    "sparande",
                    times,
                    () -> caller.post(
                            form + "/utkast",
                            List.of(
                                    new Field("revision", sent.getOrDefault("revision", "1")),
                                    new Field("page", sent.getOrDefault("page", "")),
                                    new Field("turn", String.valueOf(number)),
                                    new Field("answer", "json"),
                                    new Field("a.maende", String.valueOf(random.nextInt(11))),
                                    new Field("a.vardag", String.valueOf(number)))));
            wait(3_000);
        }
    }

    private Said seen(String page, String address, Times times) throws InterruptedException {
        var said = asked(page, times, () -> caller.get(address));
        think();
        return said;
    }

    private Said asked(String page, Times times, Ask ask) {
        try {
            var said = ask.ask();
            times.took(page, said.millis());
            boolean taken = said.status() == 409 && page.equals("sparande");
            if (taken) {
                times.met();
            }
            if (said.broken() || said.refused() || (said.status() >= 400 && !taken)) {
                times.failed(page, String.valueOf(said.status()));
            }
            return said;
        } catch (IOException lost) {
            times.failed(page, lost.getClass().getSimpleName());
            return new Said(0, "", "", new byte[0], 0);
        }
    }

    private void think() throws InterruptedException {
        wait(5_000 + random.nextInt(10_000));
    }

    private static void wait(int millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }
}
