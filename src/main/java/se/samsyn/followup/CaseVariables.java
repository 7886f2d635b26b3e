package se.samsyn.followup;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samsyn.table.source.Category;
import se.samsyn.table.source.Direction;
import se.samsyn.table.source.Kind;
import se.samsyn.table.source.Moment;
import se.samsyn.table.source.Theme;
import se.samsyn.table.source.Variable;
import se.samsyn.web.Texts;

/** The variables every case has, whatever its instrument. */
@Component
final class CaseVariables {

    static final String WAY_IN = "wayin";
    static final String SUPPORT = "support";
    static final String OVERALL_GOAL = "overallgoal";
    static final String CLOSE_REASON = "closereason";

    private final Texts texts;

    CaseVariables(Texts texts) {
        this.texts = texts;
    }

    List<Variable> all() {
        return List.of(
                variable(WAY_IN, Kind.SINGLE, Theme.MEET, "followup.wayin", WayIn.values()),
                variable(SUPPORT, Kind.MULTIPLE, Theme.SUPPORT, "followup.kind", InterventionKind.values()),
                variable(CLOSE_REASON, Kind.SINGLE, Theme.SUPPORT, "followup.reason", CloseReason.values()),
                variable(OVERALL_GOAL, Kind.SINGLE, Theme.CHANGE, "followup.step", GoalStep.values()));
    }

    private Variable variable(String key, Kind kind, Theme theme, String message, Enum<?>[] codes) {
        return new Variable(
                key,
                texts.of(message),
                texts.of(message),
                kind,
                theme,
                Direction.NONE,
                Arrays.stream(codes)
                        .filter(code -> !code.name().equals("UNKNOWN"))
                        .map(code -> new Category(code.name(), texts.of(message + "." + code.name())))
                        .toList(),
                Set.of(Moment.CASE),
                texts.of(message + ".definition"));
    }
}
