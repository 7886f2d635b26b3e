package se.samsyn.exchange.opendata;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one request at a time through to a host, keeps requests apart, and keeps within the host's own limit of calls in a window
 * of time when one is known. The window slides, which is within the limit whether the host's own window slides or not.
 */
final class Gate {

    private static final Map<String, Gate> GATES = new ConcurrentHashMap<>();

    private final ReentrantLock one = new ReentrantLock();
    private final Timing timing;
    private final Deque<Long> calls = new ArrayDeque<>();
    private int most;
    private long window;

    Gate(Timing timing) {
        this.timing = timing;
    }

    /** The one gate of a host, shared by all clients of this program. */
    static Gate to(URI base) {
        return GATES.computeIfAbsent(base.getRawAuthority(), host -> new Gate(Timing.REAL));
    }

    /** Does a question with all its tries; others wait outside. */
    <T> T through(Supplier<T> work) {
        try {
            one.lockInterruptibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal(OpenDataFault.STOPPED, "", "Hämtningen avbröts.");
        }
        try {
            return work.get();
        } finally {
            one.unlock();
        }
    }

    /** The host takes this many calls in the time; 0 says nothing. */
    void limit(int calls, Duration time) {
        if (calls > 0 && time.isPositive()) {
            one.lock();
            try {
                most = calls;
                window = time.toNanos();
            } finally {
                one.unlock();
            }
        }
    }

    /** Waits until the next call is polite, and counts it. Called inside the gate. */
    void step(Duration gap) {
        long now = timing.nanos();
        long wait = calls.isEmpty() ? 0 : gap.toNanos() - (now - calls.getLast());
        if (most > 0) {
            while (calls.size() > most) {
                calls.removeFirst();
            }
            if (calls.size() == most) {
                wait = Math.max(wait, window - (now - calls.getFirst()));
            }
        }
        timing.pause(Duration.ofNanos(Math.max(0, wait)));
        calls.addLast(timing.nanos());
        while (calls.size() > Math.max(1, most)) {
            calls.removeFirst();
        }
    }
}
