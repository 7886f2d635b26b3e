package se.samsyn.table.crossing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import se.samsyn.access.Actor;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.engine.Engine;

/** Crossings that take their time: each runs in a thread of its own, can be asked after and be cancelled, and belongs to who asked. */
@Service
@Lazy
public class CrossingJobs implements DisposableBean {

    private static final int AT_ONCE = 4;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Crossings crossings;
    private final Clock clock;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("crossing-", 0).daemon(true).factory());
    private final Map<UUID, Job> jobs = new ConcurrentHashMap<>();

    /** A question under way, or answered. */
    private record Job(Actor actor, Crossing crossing, Future<Crosstab> future, Instant begun) {}

    CrossingJobs(Crossings crossings, Clock clock) {
        this.crossings = crossings;
        this.clock = clock;
    }

    /** Asks; whether the answer comes at once or later is told by {@link #answer}. */
    public UUID ask(Crossing crossing) {
        Actor actor = crossings.require(crossing);
        UUID id = UUID.randomUUID();
        jobs.put(
                id, new Job(actor, crossing, threads.submit(() -> crossings.answer(crossing, actor)), clock.instant()));
        return id;
    }

    /**
     * The answer, if it comes within this time.
     *
     * @throws CrossingFault when it is not answered, or was cancelled
     */
    public Optional<Crosstab> answer(UUID id, Actor actor, Duration patience) {
        Job job = job(id, actor);
        try {
            return Optional.of(job.future().get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (java.util.concurrent.CancellationException _) {
            throw new CrossingFault("cancelled");
        } catch (ExecutionException failed) {
            throw told(failed);
        }
    }

    private static RuntimeException told(ExecutionException failed) {
        return switch (failed.getCause()) {
            case CrossingFault fault -> fault;
            case Engine.Stopped _ -> new CrossingFault("stopped");
            case RuntimeException fault -> fault;
            case null, default -> new IllegalStateException("A crossing failed", failed);
        };
    }

    /** What was asked. */
    public Crossing crossing(UUID id, Actor actor) {
        return job(id, actor).crossing();
    }

    /** Gives a question up. */
    public void cancel(UUID id, Actor actor) {
        job(id, actor).future().cancel(true);
    }

    private Job job(UUID id, Actor actor) {
        return Optional.ofNullable(jobs.get(id))
                .filter(job -> job.actor().id().equals(actor.id()))
                .orElseThrow(NotFoundOrDenied::new);
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        Instant old = clock.instant().minus(KEPT);
        jobs.values().removeIf(job -> job.begun().isBefore(old));
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
