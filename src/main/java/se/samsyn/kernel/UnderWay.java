package se.samsyn.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work that takes its time: each piece runs in a thread of its own, can be looked at and given up, and belongs to whoever began it. What is done is
 * kept a while, in memory alone.
 *
 * @param <T> what comes of it
 */
public final class UnderWay<T> implements AutoCloseable {

    private final ExecutorService threads;
    private final Duration kept;
    private final Clock clock;
    private final Map<UUID, Piece<T>> pieces = new ConcurrentHashMap<>();

    /** A piece; what is to be done when it has ended is done once, whether it ran or was given up before it began. */
    private record Piece<T>(
            Object owner,
            Future<T> future,
            AtomicReference<String> step,
            Instant begun,
            AtomicReference<@Nullable Instant> ended,
            Runnable atEnd) {}

    /** Work, which stops soon after its thread is interrupted. */
    @FunctionalInterface
    public interface Work<T> {

        /**
         * Does it.
         *
         * @param step is told by a word what is being done
         */
        T run(Consumer<String> step) throws Exception;
    }

    /** How far a piece has come. */
    public sealed interface Stage<T> {

        /**
         * Not yet done.
         *
         * @param step the word it last gave; empty at first
         */
        record Working<T>(String step, Instant begun) implements Stage<T> {}

        /** Done. */
        record Done<T>(T outcome) implements Stage<T> {}

        /** It threw this. */
        record Failed<T>(RuntimeException fault) implements Stage<T> {}

        /** Its owner gave it up. */
        record GivenUp<T>() implements Stage<T> {}
    }

    /**
     * No work yet.
     *
     * @param name of the threads
     * @param atOnce how many pieces run at once; others wait
     * @param kept how long a piece can be looked at after it has ended
     */
    public UnderWay(String name, int atOnce, Duration kept, Clock clock) {
        this.threads = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().name(name + "-", 0).daemon(true).factory());
        this.kept = kept;
        this.clock = clock;
    }

    /** Begins a piece. */
    public UUID begin(Object owner, Work<T> work) {
        return begin(owner, work, () -> {});
    }

    /**
     * Begins a piece.
     *
     * @param atEnd is done once, when it has ended, also when it was given up before it began
     */
    public UUID begin(Object owner, Work<T> work, Runnable atEnd) {
        pieces.values().removeIf(this::isOld);
        AtomicReference<String> step = new AtomicReference<>("");
        AtomicReference<@Nullable Instant> ended = new AtomicReference<>();
        AtomicBoolean toDo = new AtomicBoolean(true);
        Runnable end = () -> {
            ended.set(clock.instant());
            if (toDo.getAndSet(false)) {
                atEnd.run();
            }
        };
        AtomicBoolean running = new AtomicBoolean();
        Future<T> future = threads.submit(() -> {
            running.set(true);
            try {
                return work.run(step::set);
            } finally {
                end.run();
            }
        });
        UUID id = UUID.randomUUID();
        Runnable ifNotRunning = () -> {
            if (!running.get()) {
                end.run();
            }
        };
        pieces.put(id, new Piece<>(owner, future, step, clock.instant(), ended, ifNotRunning));
        return id;
    }

    private boolean isOld(Piece<T> piece) {
        Instant ended = piece.ended().get();
        return ended != null && ended.isBefore(clock.instant().minus(kept));
    }

    /**
     * How far a piece has come, once it is done or this time has passed.
     *
     * @return empty where there is none, or it belongs to somebody else
     */
    public Optional<Stage<T>> look(UUID id, Object owner, Duration patience) {
        return find(id, owner).map(piece -> stage(piece, patience));
    }

    private Optional<Piece<T>> find(UUID id, Object owner) {
        pieces.values().removeIf(this::isOld);
        return Optional.ofNullable(pieces.get(id)).filter(piece -> piece.owner().equals(owner));
    }

    private static <T> Stage<T> stage(Piece<T> piece, Duration patience) {
        try {
            return new Stage.Done<>(piece.future().get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return new Stage.Working<>(piece.step().get(), piece.begun());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Stage.Working<>(piece.step().get(), piece.begun());
        } catch (CancellationException _) {
            return new Stage.GivenUp<>();
        } catch (ExecutionException failed) {
            return new Stage.Failed<>(
                    failed.getCause() instanceof RuntimeException fault
                            ? fault
                            : new IllegalStateException("Work failed", failed.getCause()));
        }
    }

    /** Gives a piece up; whether there is such a piece of that owner's. */
    public boolean giveUp(UUID id, Object owner) {
        Optional<Piece<T>> piece = find(id, owner);
        piece.ifPresent(UnderWay::giveUp);
        return piece.isPresent();
    }

    private static void giveUp(Piece<?> piece) {
        piece.future().cancel(true);
        piece.atEnd().run();
    }

    /** Forgets a piece that has served. */
    public void forget(UUID id, Object owner) {
        find(id, owner).ifPresent(_ -> pieces.remove(id));
    }

    /** Gives everything up. */
    @Override
    public void close() {
        threads.shutdownNow();
        pieces.values().stream().filter(piece -> !piece.future().isDone()).forEach(UnderWay::giveUp);
    }
}
