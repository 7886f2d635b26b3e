package se.samsyn.proof.trust;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsyn.access.Role;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.Unit;
import se.samsyn.proof.Bench;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Length;

/**
 * Many people at work at the same time, over HTTP on this machine, program and database and people all on the same cores: how long each
 * page takes. How long it goes on after everybody has come: {@code samsyn.bench.load} (a duration); how many they are:
 * {@code samsyn.bench.people}.
 */
/* The mix: every fifth is a manager. A caseworker looks at the start page, what is due and the cases, opens one, begins a follow-up in it and
 * saves six times as the page does by itself, three seconds apart, and now and then looks at results; a manager looks at the same pages, says why
 * a case is read, and more often looks at results. Between pages one thinks for 5 to 15 seconds. All come, and sign in, within a minute. */
@Component
@Order(6)
class LoadBench implements Bench {

    private static final int A_UNIT = 5;
    private static final int CASES = 250;

    private final TrustGround ground;
    private final BenchCases cases;
    private final Duration lasts;
    private final int people;

    LoadBench(
            TrustGround ground,
            BenchCases cases,
            @Value("${samsyn.bench.load:PT4M}") Duration lasts,
            @Value("${samsyn.bench.people:300}") int people) {
        this.ground = ground;
        this.cases = cases;
        this.lasts = lasts;
        this.people = people;
    }

    @Override
    public String name() {
        return "load";
    }

    List<Claim> claims(Length length) {
        return length == Length.SHORT
                ? List.of()
                : List.of(new Claim(
                        "%d handläggare och chefer samtidigt: 95 %% av sidorna inom %d ms, inga fel"
                                .formatted(people, Times.GOAL),
                        () -> worked(workers()).verdict()));
    }

    @Override
    public void print(PrintWriter out) throws IOException {
        var workers = workers();
        out.printf(
                Locale.ROOT,
                "  %d personer (%d chefer) på %d enheter med %d ärenden var, %d kärnor, %d s efter en minuts ankomst%n",
                workers.size(),
                people / A_UNIT,
                people / A_UNIT,
                CASES,
                Runtime.getRuntime().availableProcessors(),
                lasts.toSeconds());
        load(out, "före");
        out.flush();
        var times = worked(workers);
        load(out, "efter");
        times.print(out);
        out.flush();
    }

    private Times worked(List<Worker> workers) {
        var times = new Times();
        var until = System.nanoTime() + Duration.ofMinutes(1).plus(lasts).toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            workers.forEach(worker -> threads.execute(() -> worker.work(until, times)));
        }
        return times;
    }

    private List<Worker> workers() {
        var places = ground.places();
        var workers = new ArrayList<Worker>();
        for (int unit = 0; unit < people / A_UNIT; unit++) {
            var of = ground.unit(OrganisationKind.MUNICIPAL, places.get(unit % places.size()));
            cases.fill(of, CASES);
            for (int at = 0; at < A_UNIT; at++) {
                workers.add(worker(of, at == 0 ? Role.UNIT_MANAGER : Role.CASEWORKER, workers.size()));
            }
        }
        return workers;
    }

    private Worker worker(Unit unit, Role role, int number) {
        var person = ground.person(role, unit.municipality(), Optional.of(unit));
        return new Worker(ground.port(), person, ground.today(), number);
    }

    /** How busy the machine is, with this and with whatever else runs on it. */
    private static void load(PrintWriter out, String when) {
        out.printf(
                Locale.ROOT,
                "  maskinens last %s: %.1f%n",
                when,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
