package se.samsyn.access.audit;

import java.time.YearMonth;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.samsyn.access.Actor;
import se.samsyn.access.ExampleReview;

/** Makes a check that is done, for the made-up county. Is not there but in the demo. */
@Component
@ConditionalOnProperty(name = "samsyn.demo", havingValue = "true")
class ExampleCheck implements ExampleReview {

    private final Checks checks;

    ExampleCheck(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void signed(YearMonth month, Actor reviewer, long seed, String question) {
        var id = checks.begin(month, reviewer, seed);
        var lines = checks.sample(id, reviewer);
        checks.mark(
                id,
                lines.stream()
                        .map(line -> new Marking(line.line().number(), Mark.EXPECTED, ""))
                        .toList(),
                reviewer);
        lines.stream()
                .filter(line -> line.reasons().contains(Reason.OUTSIDE_HOURS))
                .findFirst()
                .ifPresent(line ->
                        checks.mark(id, List.of(new Marking(line.line().number(), Mark.ASK, question)), reviewer));
        checks.sign(id, reviewer);
    }
}
