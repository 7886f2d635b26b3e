package se.samsyn.table.crossing;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import se.samsyn.access.Actor;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.engine.Engine;
import se.samsyn.kernel.UnderWay;
import se.samsyn.kernel.UnderWay.Stage;

/** Crossings that take their time. */
@Service
@Lazy
public class CrossingJobs implements DisposableBean {

    private static final int AT_ONCE = 4;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Crossings crossings;
    private final UnderWay<Crosstab> underWay;

    CrossingJobs(Crossings crossings, Clock clock) {
        this.crossings = crossings;
        this.underWay = new UnderWay<>("crossing", AT_ONCE, KEPT, clock);
    }

    /** Asks; whether the answer comes at once or later is told by {@link #answer}. */
    public UUID ask(Crossing crossing) {
        Actor actor = crossings.require(crossing);
        return underWay.begin(actor.id(), _ -> crossings.answer(crossing, actor));
    }

    /** Whether somebody has such a question under way, or answered not long ago. */
    public boolean knows(UUID id, Actor actor) {
        return underWay.look(id, actor.id(), Duration.ZERO).isPresent();
    }

    /**
     * The answer, if it comes within this time.
     *
     * @throws CrossingFault when it is not answered, or was cancelled
     */
    public Optional<Crosstab> answer(UUID id, Actor actor, Duration patience) {
        return switch (underWay.look(id, actor.id(), patience).orElseThrow(NotFoundOrDenied::new)) {
            case Stage.Done<Crosstab>(Crosstab table) -> Optional.of(table);
            case Stage.Working<Crosstab> _ -> Optional.empty();
            case Stage.GivenUp<Crosstab> _ -> throw new CrossingFault("cancelled");
            case Stage.Failed<Crosstab>(Engine.Stopped _) -> throw new CrossingFault("stopped");
            case Stage.Failed<Crosstab>(RuntimeException fault) -> throw fault;
        };
    }

    /** Gives a question up. */
    public void cancel(UUID id, Actor actor) {
        if (!underWay.giveUp(id, actor.id())) {
            throw new NotFoundOrDenied();
        }
    }

    @Override
    public void destroy() {
        underWay.close();
    }
}
