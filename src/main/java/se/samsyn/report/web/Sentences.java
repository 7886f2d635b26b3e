package se.samsyn.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samsyn.kernel.Interval;
import se.samsyn.table.Cell;
import se.samsyn.table.ResultTable;
import se.samsyn.table.Row;
import se.samsyn.table.SexGroup;
import se.samsyn.table.SmallNumbers;
import se.samsyn.table.TableKind;
import se.samsyn.web.Numbers;

/** Says in one plain sentence what a table lets a reader conclude, and what not. By rule, from shown cells alone. */
@Component
final class Sentences {

    private final MessageSource messages;
    private final Numbers numbers;

    Sentences(MessageSource messages, Numbers numbers) {
        this.messages = messages;
        this.numbers = numbers;
    }

    String of(ResultTable table) {
        if (table.definition().persons() instanceof Cell.Hidden && nothingShown(table)) {
            return say("hidden");
        }
        if (table.definition().persons() instanceof Cell.Shown persons && persons.value() == 0) {
            return say("nobody");
        }
        String main = switch (table.key().kind()) {
            case DISTRIBUTION -> commonest(table);
            case LEVEL -> level(table);
            case CHANGE -> change(table);
            case SCORE_CHANGE -> scoreChange(table);
            case TRANSITIONS -> say("transitions");
            case OCCASIONS -> say("occasions");
            case STEPS -> steps(table);
            case STEPS_BY_AGE -> say("steps-by-age");
            case QUALITY -> say("quality");
        };
        return caution(table).map(text -> main + " " + text).orElse(main);
    }

    /** Whether every figure that could be read is kept secret; zeros alone say nothing. */
    private static boolean nothingShown(ResultTable table) {
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                if (table.cell(row, column) instanceof Cell.Shown shown && shown.value() != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<String> caution(ResultTable table) {
        return table.definition().persons() instanceof Cell.Shown persons
                        && persons.value() < SmallNumbers.CAUTION_BELOW
                ? Optional.of(say("few", numbers.count((long) persons.value())))
                : Optional.empty();
    }

    private String commonest(ResultTable table) {
        Locale locale = LocaleContextHolder.getLocale();
        int column = total(table, "share");
        double most = 0;
        List<String> best = new ArrayList<>();
        Cell.Shown shown = null;
        for (int r = 0; r < table.rows().size() && column >= 0; r++) {
            boolean category = table.rows().get(r).role() == Row.Role.CATEGORY;
            if (category && table.cell(r, column) instanceof Cell.Shown one && one.value() > 0 && one.value() >= most) {
                if (one.value() > most) {
                    best.clear();
                }
                most = one.value();
                shown = one;
                best.add(table.rows().get(r).label().in(locale));
            }
        }
        if (shown == null) {
            return unsaid(table, "no-shares");
        }
        return say(
                best.size() > 1 ? "commonest.equal" : "commonest",
                String.join(", ", best),
                numbers.percent(shown.value(), 0),
                shown.interval().map(numbers::percents).orElse(""));
    }

    /** Few and protected are different reasons to say nothing. */
    private String unsaid(ResultTable table, String few) {
        boolean fewIndeed = table.definition().persons() instanceof Cell.Shown persons
                && persons.value() < SmallNumbers.SHARES_FROM;
        return say(fewIndeed ? few : "protected");
    }

    private String level(ResultTable table) {
        Cell.Shown mean = shown(table, "mean", "value");
        return mean == null || mean.interval().isEmpty()
                ? unsaid(table, "no-mean")
                : say(
                        "mean",
                        numbers.decimal(mean.value(), 1),
                        numbers.interval(mean.interval().get(), 1));
    }

    private String change(ResultTable table) {
        Cell.Shown better = shown(table, "improved", "share");
        Cell.Shown worse = shown(table, "worse", "share");
        if (better == null || worse == null) {
            return unsaid(table, "no-shares") + lost(table);
        }
        Interval up = better.interval().orElseThrow();
        Interval down = worse.interval().orElseThrow();
        String rule = up.low() > down.high() ? "more-better" : down.low() > up.high() ? "more-worse" : "unclear";
        return say(rule, numbers.percent(better.value(), 0), numbers.percent(worse.value(), 0)) + lost(table);
    }

    private String scoreChange(ResultTable table) {
        Cell.Shown change = shown(table, "mean-change", "value");
        if (change == null || change.interval().isEmpty()) {
            return unsaid(table, "no-mean") + lost(table);
        }
        Interval interval = change.interval().get();
        return say(
                        interval.contains(0) ? "score-unclear" : "score-changed",
                        numbers.change(change.value(), 1),
                        numbers.interval(interval, 1))
                + lost(table);
    }

    private String lost(ResultTable table) {
        String column = table.key().kind() == TableKind.CHANGE ? "count" : "value";
        Cell.Shown lost = shown(table, "lost", column);
        Cell.Shown pairs = shown(table, "pairs", column);
        if (lost == null || pairs == null || lost.value() + pairs.value() == 0) {
            return "";
        }
        double share = lost.value() / (lost.value() + pairs.value());
        return " "
                + say(share > 0.2 ? "lost-many" : "lost", numbers.count((long) lost.value()), numbers.count((long)
                        (lost.value() + pairs.value())));
    }

    private String steps(ResultTable table) {
        Cell.Shown opened = shown(table, "OPENED", "count");
        Cell.Shown followed = shown(table, "FOLLOWED_UP", "count");
        return opened == null || followed == null
                ? unsaid(table, "no-shares")
                : say("steps", numbers.count((long) opened.value()), numbers.count((long) followed.value()));
    }

    private static Cell.@Nullable Shown shown(ResultTable table, String row, String column) {
        int at = total(table, column);
        for (int r = 0; r < table.rows().size() && at >= 0; r++) {
            if (table.rows().get(r).key().equals(row) && table.cell(r, at) instanceof Cell.Shown shown) {
                return shown;
            }
        }
        return null;
    }

    private static int total(ResultTable table, String column) {
        for (int c = 0; c < table.columns().size(); c++) {
            boolean both = table.columns().get(c).sex().stream().anyMatch(sex -> sex == SexGroup.ALL);
            if (both && table.columns().get(c).key().endsWith("/" + column)) {
                return c;
            }
        }
        return -1;
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage("report.says." + key, arguments, LocaleContextHolder.getLocale());
    }
}
