package se.samsyn.exchange.opendata;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time as the clients see it, so that tests need not wait. */
interface Timing {

    /** Real time. */
    Timing REAL = new Timing() {
        @Override
        public Instant now() {
            return Clock.systemUTC().instant();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time);
        }
    };

    Instant now();

    /** Steadily growing nanoseconds from some start. */
    long nanos();

    void sleep(Duration time) throws InterruptedException;

    /** Sleeps; an interrupt ends the fetch. */
    default void pause(Duration time) {
        if (!time.isPositive()) {
            return;
        }
        try {
            sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal(OpenDataFault.STOPPED, "", "Hämtningen avbröts.");
        }
    }
}
