package se.samsyn.exchange;

import java.util.Optional;
import se.samsyn.followup.GasScale;

/**
 * Where the overall goal and its ratings stand. A row without a step rates nothing.
 *
 * @param text what the goal is called where the case has none yet
 * @param step gives the name of a {@code GoalStep}
 * @param levelColumn the level on the scale, where goal attainment is scaled
 * @param dateColumn the day of the rating; otherwise the closing, else the latest occasion, else the opening
 */
public record GoalColumns(
        Origin text, Origin step, Optional<String> levelColumn, Optional<String> dateColumn, GasScale scale) {}
