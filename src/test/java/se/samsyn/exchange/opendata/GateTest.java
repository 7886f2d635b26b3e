package se.samsyn.exchange.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Calls are kept apart, within the host's limit, and one at a time. */
class GateTest {

    private static final Duration GAP = Duration.ofMillis(200);

    @Property(tries = 200)
    void keepsCallsApartAndWithinTheWindow(
            @ForAll @IntRange(min = 1, max = 40) int most,
            @ForAll @IntRange(min = 1, max = 60) int seconds,
            @ForAll @Size(max = 150) List<@IntRange(min = 0, max = 3000) Integer> pauses) {
        var time = new StandInTime();
        var gate = new Gate(time);
        gate.limit(most, Duration.ofSeconds(seconds));
        var calls = new ArrayList<Long>();
        for (int pause : pauses) {
            gate.step(GAP);
            calls.add(time.nanos());
            time.pass(Duration.ofMillis(pause));
        }
        for (int i = 1; i < calls.size(); i++) {
            assertThat(calls.get(i) - calls.get(i - 1)).isGreaterThanOrEqualTo(GAP.toNanos());
        }
        for (int i = most; i < calls.size(); i++) {
            assertThat(calls.get(i) - calls.get(i - most))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(seconds).toNanos());
        }
    }

    @Test
    void letsOneThroughAtATime() throws InterruptedException {
        var gate = new Gate(new StandInTime());
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 50; i++) {
            threads.add(Thread.ofVirtual()
                    .start(() -> gate.through(() -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        LockSupport.parkNanos(100_000);
                        inside.decrementAndGet();
                        return done.incrementAndGet();
                    })));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(most).hasValue(1);
        assertThat(done).hasValue(50);
    }

    @Test
    void isOneForAHost() {
        assertThat(Gate.to(KoladaSource.PUBLIC))
                .isSameAs(Gate.to(KoladaSource.PUBLIC))
                .isNotSameAs(Gate.to(PxWebSource.STATISTICS_SWEDEN));
    }
}
