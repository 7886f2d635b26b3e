package se.samsyn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samsyn.kernel.UnderWay.Stage;

class UnderWayTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final UnderWay<String> underWay = new UnderWay<>(
            "prov", 1, Duration.ofHours(1), Clock.fixed(Instant.parse("2026-01-15T07:00:00Z"), ZoneOffset.UTC));

    @AfterEach
    void close() {
        underWay.close();
    }

    @Test
    void saysWhatIsDoneAndThenWhatCame() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        UUID id = underWay.begin("anna", step -> {
            step.accept("räknar");
            told.countDown();
            go.await();
            return "klart";
        });
        told.await();

        assertThat(underWay.look(id, "anna", Duration.ZERO))
                .contains(new Stage.Working<>("räknar", Instant.parse("2026-01-15T07:00:00Z")));
        go.countDown();
        assertThat(underWay.look(id, "anna", LONG)).contains(new Stage.Done<>("klart"));
    }

    @Test
    void isNobodyElses() {
        UUID id = underWay.begin("anna", _ -> "klart");
        assertThat(underWay.look(id, "bo", LONG)).isEmpty();
        assertThat(underWay.giveUp(id, "bo")).isFalse();
        underWay.forget(id, "bo");
        assertThat(underWay.look(id, "anna", LONG)).contains(new Stage.Done<>("klart"));
    }

    @Test
    void canBeGivenUpWhileItRuns() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        UUID id = underWay.begin("anna", _ -> {
            began.countDown();
            try {
                new CountDownLatch(1).await();
                return "aldrig";
            } finally {
                stopped.countDown();
            }
        });
        began.await();
        assertThat(underWay.giveUp(id, "anna")).isTrue();
        stopped.await();

        assertThat(underWay.look(id, "anna", LONG)).contains(new Stage.GivenUp<>());
    }

    @Test
    void givesBackWhatWasThrown() {
        IllegalStateException fault = new IllegalStateException("trasigt");
        UUID id = underWay.begin("anna", _ -> {
            throw fault;
        });
        assertThat(underWay.look(id, "anna", LONG)).contains(new Stage.Failed<>(fault));
    }

    @Test
    void whatIsGivenUpBeforeItBeganIsEndedToo() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(2);
        underWay.begin(
                "anna",
                _ -> {
                    go.await();
                    return "klart";
                },
                ended::countDown);
        UUID waiting = underWay.begin("anna", _ -> "aldrig", ended::countDown);
        underWay.giveUp(waiting, "anna");
        assertThat(ended.getCount()).isEqualTo(1);
        go.countDown();
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
