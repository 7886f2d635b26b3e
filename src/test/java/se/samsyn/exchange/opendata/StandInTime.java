package se.samsyn.exchange.opendata;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A time that passes only when somebody sleeps, and remembers how long. */
final class StandInTime implements Timing {

    static final Instant START = Instant.parse("2026-06-01T10:00:00Z");

    final List<Duration> slept = new ArrayList<>();
    private long nanos = 1;

    @Override
    public Instant now() {
        return START.plusNanos(nanos - 1);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void sleep(Duration time) {
        slept.add(time);
        pass(time);
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }
}
