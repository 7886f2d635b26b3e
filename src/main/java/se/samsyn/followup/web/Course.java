package se.samsyn.followup.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
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

    private static final int TOP = 12;
    private static final int DEEP = 56;

    /**
     * A completed occasion.
     *
     * @param number its place among all occasions, as on the time line
     * @param at where it stands in a drawing, in per cent of its width
     */
    record Column(int number, Phase phase, LocalDate date, String at) {}

    /** A stretch between two answers in a drawing: per cent of the width, pixels from above. */
    record Stretch(String fromAt, double from, String toAt, double to) {}

    /** An answer in a drawing. */
    record Mark(String at, double y, String text) {}

    /** A variable over the occasions, a point for each. */
    record Line(String label, Kind kind, double low, double high, Direction direction, List<Point> points) {

        /** Whether it can be drawn as numbers on a scale. */
        enum Kind {
            NUMBER,
            CHOICE
        }

        boolean drawn() {
            return kind == Kind.NUMBER
                    && points.stream().filter(point -> point.value() != null).count() > 1;
        }

        private double y(double value) {
            return TOP + DEEP * (1 - (value - low) / (high - low));
        }

        private List<Mark> marks(List<Column> columns) {
            var marks = new ArrayList<Mark>();
            for (int i = 0; i < points.size(); i++) {
                var value = points.get(i).value();
                if (value != null) {
                    marks.add(new Mark(
                            columns.get(i).at(), y(value), points.get(i).text()));
                }
            }
            return marks;
        }
    }

    /** One question drawn alone: its answers over the same time as all others. */
    record Drawing(String label, Direction direction, String low, String high, List<Mark> marks) {

        /** The lines from each answer to the next. */
        public List<Stretch> stretches() {
            return IntStream.range(1, marks.size())
                    .mapToObj(i -> new Stretch(
                            marks.get(i - 1).at(),
                            marks.get(i - 1).y(),
                            marks.get(i).at(),
                            marks.get(i).y()))
                    .toList();
        }

        /** The first answer and the last, for saying the change in words. */
        public Mark first() {
            return marks.getFirst();
        }

        public Mark last() {
            return marks.getLast();
        }
    }

    /** The questions that have more than one number to draw. */
    public List<Drawing> drawings() {
        return lines.stream()
                .filter(Line::drawn)
                .map(line -> new Drawing(
                        line.label(),
                        line.direction(),
                        plain(BigDecimal.valueOf(line.low())),
                        plain(BigDecimal.valueOf(line.high())),
                        line.marks(columns)))
                .toList();
    }

    /**
     * What was answered on one occasion.
     *
     * @param text in words
     * @param value for drawing; null where there is nothing to draw
     */
    record Point(String text, @Nullable Double value, Given kind) {

        /** Whether there is an answer, none, or the question is not asked in that phase. */
        enum Given {
            ANSWERED,
            MISSING,
            NOT_ASKED
        }

        static Point none(Given kind) {
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
        return new Course(columns(file.occasions(), done), lines);
    }

    private static List<Column> columns(List<Occasion> all, List<Occasion> done) {
        return done.stream()
                .map(each -> new Column(all.indexOf(each) + 1, each.phase(), each.date(), place(each.date(), done)))
                .toList();
    }

    private static String place(LocalDate day, List<Occasion> done) {
        var first = done.getFirst().date();
        var days = Math.max(1, ChronoUnit.DAYS.between(first, done.getLast().date()));
        return String.format(Locale.ROOT, "%.2f%%", 5 + 90.0 * ChronoUnit.DAYS.between(first, day) / days);
    }

    public boolean empty() {
        return lines.isEmpty();
    }

    private static Line line(Question question, List<Occasion> done, Locale locale) {
        var points = done.stream()
                .map(each -> question.askedAt(each.phase())
                        ? point(question, each.answers().find(question.key()), locale)
                        : Point.none(Point.Given.NOT_ASKED))
                .toList();
        var range = question.range();
        var low = range.map(found -> found.low().doubleValue()).orElse(0.0);
        var high = range.map(found -> found.high().doubleValue())
                .orElse(question.options().size() - 1.0);
        var kind = range.isPresent() ? Line.Kind.NUMBER : Line.Kind.CHOICE;
        return new Line(question.text().in(locale), kind, low, high, question.direction(), points);
    }

    private static Point point(Question question, Optional<Answer> answer, Locale locale) {
        return switch (answer.orElse(null)) {
            case Answer.Amount amount ->
                new Point(plain(amount.value()), amount.value().doubleValue(), Point.Given.ANSWERED);
            case Answer.Chosen chosen -> chosen(question, chosen, locale);
            case null, default -> Point.none(Point.Given.MISSING);
        };
    }

    private static Point chosen(Question question, Answer.Chosen chosen, Locale locale) {
        var code = chosen.codes().getFirst();
        var codes = question.options().stream().map(option -> option.code()).toList();
        var position = codes.indexOf(code);
        var label = question.label(code).map(wording -> wording.in(locale)).orElse(code);
        return new Point(label, position < 0 ? null : (double) position, Point.Given.ANSWERED);
    }

    private static String plain(BigDecimal value) {
        return Objects.requireNonNull(value.stripTrailingZeros().toPlainString())
                .replace('.', ',');
    }
}
