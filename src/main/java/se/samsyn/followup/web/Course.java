package se.samsyn.followup.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samsyn.followup.CaseFile;
import se.samsyn.followup.Occasion;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.Direction;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.Question;

/**
 * How a single case has gone: the variables that have a better and a worse, over its completed occasions. A single-case view: it
 * shows change, and claims no cause.
 *
 * @param columns the completed occasions, oldest first
 * @param lines a line per variable with at least one answer
 */
record Course(List<Column> columns, List<Line> lines) {

    /** A completed occasion. */
    record Column(Phase phase, LocalDate date) {}

    /** A variable over the occasions, a point for each. */
    record Line(String label, String kind, double low, double high, Direction direction, List<Point> points) {}

    /**
     * What was answered on one occasion.
     *
     * @param text in words
     * @param value for drawing; null where there is nothing to draw
     */
    record Point(String text, @Nullable Double value, Kind kind) {

        /** Whether there is an answer, none, or the question is not asked in that phase. */
        enum Kind {
            ANSWERED,
            MISSING,
            NOT_ASKED
        }

        static Point none(Kind kind) {
            return new Point("", null, kind);
        }
    }

    static Course of(CaseFile file, Form form, Locale locale) {
        var done = file.occasions().stream().filter(each -> !each.draft()).toList();
        var lines = form.variables().stream()
                .filter(question -> question.direction() != Direction.NONE)
                .map(question -> line(question, done, locale))
                .filter(line -> line.points().stream().anyMatch(point -> point.value() != null))
                .toList();
        return new Course(
                done.stream().map(each -> new Column(each.phase(), each.date())).toList(), lines);
    }

    public boolean empty() {
        return lines.isEmpty();
    }

    /** Whether there is more than one point, so that a line can be drawn. */
    public boolean drawn() {
        return columns.size() > 1 && lines.stream().anyMatch(line -> line.kind().equals("number"));
    }

    private static Line line(Question question, List<Occasion> done, Locale locale) {
        var points = done.stream()
                .map(each -> question.askedAt(each.phase())
                        ? point(question, each.answers().find(question.key()), locale)
                        : Point.none(Point.Kind.NOT_ASKED))
                .toList();
        var range = question.range();
        var low = range.map(found -> found.low().doubleValue()).orElse(0.0);
        var high = range.map(found -> found.high().doubleValue())
                .orElse(question.options().size() - 1.0);
        var kind = range.isPresent() ? "number" : "choice";
        return new Line(question.text().in(locale), kind, low, high, question.direction(), points);
    }

    private static Point point(Question question, Optional<Answer> answer, Locale locale) {
        return switch (answer.orElse(null)) {
            case Answer.Amount amount ->
                new Point(plain(amount.value()), amount.value().doubleValue(), Point.Kind.ANSWERED);
            case Answer.Chosen chosen -> chosen(question, chosen, locale);
            case null, default -> Point.none(Point.Kind.MISSING);
        };
    }

    private static Point chosen(Question question, Answer.Chosen chosen, Locale locale) {
        var code = chosen.codes().getFirst();
        var codes = question.options().stream().map(option -> option.code()).toList();
        var position = codes.indexOf(code);
        var label = question.label(code).map(wording -> wording.in(locale)).orElse(code);
        return new Point(label, position < 0 ? null : (double) position, Point.Kind.ANSWERED);
    }

    private static String plain(BigDecimal value) {
        return Objects.requireNonNull(value.stripTrailingZeros().toPlainString())
                .replace('.', ',');
    }
}
