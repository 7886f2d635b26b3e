package se.samsyn.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import se.samsyn.access.Actor;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.followup.ImportCancelled;
import se.samsyn.followup.ImportPermit;
import se.samsyn.followup.ImportProgress;
import se.samsyn.organisation.Unit;
import se.samsyn.table.Results;

/**
 * Imports that run while the user watches. Each is one transaction in a thread of its own; how far it has come is written beside
 * it, so that a job whose program was killed can be told from one that is done. However an import ends, the job says so, and the
 * file is deleted unless the user can go on with it.
 */
@Service
public class ImportJobs implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    /** How long an orderly stop waits for imports to take back what they have written. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Imports imports;
    private final Uploads uploads;
    private final JobStore store;
    private final Results results;
    private final Clock clock;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().name("import-", 1).daemon(true).factory());
    private final ExecutorService pen = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import-progress").daemon(true).factory());
    private final Map<UUID, AtomicBoolean> cancelled = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    ImportJobs(Imports imports, Uploads uploads, JobStore store, Results results, Clock clock) {
        this.imports = imports;
        this.uploads = uploads;
        this.store = store;
        this.results = results;
        this.clock = clock;
    }

    /** What ran when the program last stopped did not finish, and left nothing. */
    @EventListener(WebServerInitializedEvent.class)
    void started() {
        uploads.begin();
        tidy();
    }

    /** Deletes forgotten files, and ends jobs whose end could not be written. */
    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void tidy() {
        store.interruptAllBut(cancelled.keySet(), clock.instant());
        uploads.sweep();
    }

    /** Starts an import of a file to the units; the job that already is of the file, if it was started twice. */
    public UUID start(ImportPermit permit, Upload upload, Mapping mapping, List<Unit> units, int total) {
        var id = UUID.randomUUID();
        cancelled.put(id, new AtomicBoolean());
        if (!store.begin(id, permit.actor().id(), upload, total, clock.instant())) {
            cancelled.remove(id);
            return find(upload.id(), permit.actor()).orElseThrow().id();
        }
        try {
            threads.execute(() -> run(id, permit, upload, mapping, units));
        } catch (RejectedExecutionException stopped) {
            end(id, upload, ImportJob.Outcome.of(ImportJob.State.INTERRUPTED));
        }
        return id;
    }

    private void run(UUID id, ImportPermit permit, Upload upload, Mapping mapping, List<Unit> units) {
        var outcome = ImportJob.Outcome.failed(ImportJob.Fault.UNEXPECTED);
        try {
            outcome = uploads.read(
                    upload, file -> ImportJob.Outcome.of(imports.run(permit, file, mapping, units, new Watch(id))));
        } catch (ImportCancelled e) {
            outcome = ImportJob.Outcome.of(wished(id) ? ImportJob.State.CANCELLED : ImportJob.State.INTERRUPTED);
        } catch (IOException | RuntimeException e) {
            outcome = stopping ? ImportJob.Outcome.of(ImportJob.State.INTERRUPTED) : ImportJob.Outcome.failed(fault(e));
            LOG.error("Import {} failed: {} at {}", id, e.getClass().getName(), place(e));
        } finally {
            end(id, upload, outcome);
        }
    }

    private void end(UUID id, Upload upload, ImportJob.Outcome outcome) {
        try {
            if (!outcome.state().keepsFile()) {
                uploads.discard(upload.id());
            }
        } finally {
            cancelled.remove(id);
            store.end(id, outcome, clock.instant());
        }
    }

    private static ImportJob.Fault fault(Exception e) {
        return switch (e) {
            case IOException _, UncheckedIOException _ -> ImportJob.Fault.FILE;
            case DuplicateKeyException _, ConcurrencyFailureException _ -> ImportJob.Fault.BUSY;
            case DataAccessException _, TransactionException _ -> ImportJob.Fault.DATABASE;
            default -> ImportJob.Fault.UNEXPECTED;
        };
    }

    /** Where in our code it failed. What an exception says may quote the file, so it is kept out of the log. */
    private static String place(Exception e) {
        return Arrays.stream(e.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("se.samsyn."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("an unknown place");
    }

    /* Progress is written by another thread, since nobody sees what the import's own transaction writes until it is done. */
    private final class Watch implements ImportProgress {
        private final UUID id;

        Watch(UUID id) {
            this.id = id;
        }

        @Override
        public void done(int cases) {
            pen.execute(() -> store.progress(id, cases));
        }

        @Override
        public boolean cancelled() {
            return stopping || wished(id);
        }
    }

    private boolean wished(UUID id) {
        AtomicBoolean wish = cancelled.get(id);
        return wish != null && wish.get();
    }

    /** Wants a job to stop; whatever it had written is taken back. */
    public void cancel(UUID id, Actor actor) {
        find(id, actor);
        AtomicBoolean wish = cancelled.get(id);
        if (wish != null) {
            wish.set(true);
        }
    }

    /** A job of this actor. */
    public ImportJob find(UUID id, Actor actor) {
        return store.find(id, actor.id()).orElseThrow(NotFoundOrDenied::new);
    }

    /** The earliest that compiled results tell of a job; empty where they do already, or will to the next reader. */
    public Optional<Instant> resultsFrom(ImportJob job) {
        return job.ended().flatMap(ended -> results.telling(job.instrument(), ended));
    }

    /** The actor's latest job of a file. */
    public Optional<ImportJob> find(UploadId upload, Actor actor) {
        return store.latest(upload, actor.id());
    }

    /** The actor's latest jobs. */
    public List<ImportJob> latest(Actor actor) {
        return store.latest(actor.id());
    }

    /** What runs when the program is stopped in order ends as if the program had been killed: interrupted, with its file. */
    @Override
    public void destroy() {
        stopping = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("An import still runs; it will be found interrupted at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pen.shutdown();
    }
}
