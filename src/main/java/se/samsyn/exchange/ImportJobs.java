package se.samsyn.exchange;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import se.samsyn.access.Actor;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.followup.ImportCancelled;
import se.samsyn.followup.ImportProgress;
import se.samsyn.followup.ImportSummary;
import se.samsyn.organisation.Unit;

/**
 * Imports that run while the user watches. Each is one transaction in a thread of its own; how far it has come is written beside
 * it, so that a job whose program was killed can be told from one that is done.
 */
@Service
public class ImportJobs implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final ImportSummary NOTHING = new ImportSummary(0, 0, 0);

    private final Imports imports;
    private final Uploads uploads;
    private final JobStore store;
    private final Clock clock;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().name("import-", 1).daemon(true).factory());
    private final ExecutorService pen = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import-progress").daemon(true).factory());
    private final Map<UUID, AtomicBoolean> cancelled = new ConcurrentHashMap<>();

    ImportJobs(Imports imports, Uploads uploads, JobStore store, Clock clock) {
        this.imports = imports;
        this.uploads = uploads;
        this.store = store;
        this.clock = clock;
    }

    /** What ran when the program last stopped did not finish, and left nothing. */
    @EventListener(WebServerInitializedEvent.class)
    void started() {
        store.interruptAll(clock.instant());
        uploads.sweep();
    }

    /** Starts an import to the units for an actor whose right has been found; the file is deleted when all of it is stored. */
    public UUID start(Actor actor, Upload upload, Mapping mapping, List<Unit> units, int total) {
        var id = UUID.randomUUID();
        store.begin(id, actor.id(), total, clock.instant());
        cancelled.put(id, new AtomicBoolean());
        threads.execute(() -> run(id, actor, upload, mapping, units));
        return id;
    }

    private void run(UUID id, Actor actor, Upload upload, Mapping mapping, List<Unit> units) {
        var state = ImportJob.State.FAILED;
        var summary = NOTHING;
        try {
            switch (imports.run(actor, upload.file(), mapping, units, new Watch(id))) {
                case ImportResult.Accepted accepted -> {
                    state = ImportJob.State.DONE;
                    summary = accepted.summary();
                    uploads.discard(upload.id());
                }
                case ImportResult.Rejected _ -> state = ImportJob.State.REFUSED;
            }
        } catch (ImportCancelled e) {
            state = ImportJob.State.CANCELLED;
        } catch (IOException e) {
            LOG.error("Import {} failed: {}", id, e.getClass().getSimpleName());
        } finally {
            cancelled.remove(id);
            store.end(id, state, summary, clock.instant());
        }
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
            AtomicBoolean wish = cancelled.get(id);
            return wish != null && wish.get();
        }
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

    /** The actor's latest jobs. */
    public List<ImportJob> latest(Actor actor) {
        return store.latest(actor.id());
    }

    @Override
    public void destroy() {
        cancelled.values().forEach(wish -> wish.set(true));
        threads.shutdown();
        pen.shutdown();
    }
}
