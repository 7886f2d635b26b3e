package se.samsyn.followup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.samsyn.kernel.Wording;
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
    static final String YEAR_CLOSED = "yearclosed";
    static final String YEARS_OF_SUPPORT = "supportyear";

    /** How many calendar years back cases are counted by the years they were closed and had support. */
    private static final int YEARS = 8;

    private final Texts texts;

    CaseVariables(Texts texts) {
        this.texts = texts;
    }

    /** All of them, for data read on a day. */
    List<Variable> all(LocalDate today) {
        return List.of(
                calendar(YEAR_CLOSED, Kind.SINGLE, "followup.yearclosed", today),
                calendar(YEARS_OF_SUPPORT, Kind.MULTIPLE, "followup.supportyear", today),
                variable(WAY_IN, Kind.SINGLE, Theme.MEET, "followup.wayin", WayIn.values()),
                variable(SUPPORT, Kind.MULTIPLE, Theme.SUPPORT, "followup.kind", InterventionKind.values()),
                variable(CLOSE_REASON, Kind.SINGLE, Theme.SUPPORT, "followup.reason", CloseReason.values()),
                variable(OVERALL_GOAL, Kind.SINGLE, Theme.CHANGE, "followup.step", GoalStep.values()));
    }

    /** The calendar years that are counted by, the last one that of the day. */
    static List<String> years(LocalDate today) {
        return IntStream.rangeClosed(today.getYear() - YEARS + 1, today.getYear())
                .mapToObj(String::valueOf)
                .toList();
    }

    private Variable calendar(String key, Kind kind, String message, LocalDate today) {
        return new Variable(
                key,
                texts.of(message),
                texts.of(message),
                kind,
                Theme.CALENDAR,
                Direction.NONE,
                years(today).stream()
                        .map(year -> new Category(year, Wording.same(year)))
                        .toList(),
                Set.of(Moment.CASE),
                texts.of(message + ".definition"));
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
