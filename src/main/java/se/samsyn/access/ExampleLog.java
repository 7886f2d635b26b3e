package se.samsyn.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.kernel.PlaceCode;

/** Writes lines as if they had been written earlier, for the made-up county. Is not there but in the demo: no real log has such lines. */
@Component
@ConditionalOnProperty(name = "samsyn.demo", havingValue = "true")
public class ExampleLog {

    private final AccessLogStore store;
    private final LogMarks marks;

    ExampleLog(AccessLogStore store, LogMarks marks) {
        this.store = store;
        this.marks = marks;
    }

    /** A line that somebody could have written. */
    public record Line(
            Instant at, Actor actor, String event, Optional<Purpose> purpose, String object, PlaceCode place) {}

    /** Writes the lines, in that order. */
    @Transactional
    public void write(List<Line> lines) {
        store.append(lines.stream().map(this::marked).toList());
    }

    private MarkedFact marked(Line line) {
        var fact = new LogFact(
                LogFact.micros(line.at()),
                line.actor().id().value(),
                line.actor().role().name(),
                line.event(),
                line.purpose().map(Purpose::name).orElse(null),
                line.object(),
                line.place().value());
        return new MarkedFact(fact, marks.mark(fact));
    }
}
