package se.samsyn.indicator.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.statistics.Chance;
import se.samsyn.indicator.statistics.Confidence;
import se.samsyn.indicator.statistics.Estimate;
import se.samsyn.table.Where;

/** One year: a dot for each place with its interval, the highest first. */
@Component
final class DotPainter implements Painter {

    private static final double CHANCE = 0.05;

    /** More places than this are not drawn; the table has them all. */
    private static final int MOST_DRAWN = 60;

    private final Speech speech;

    DotPainter(Speech speech) {
        this.speech = speech;
    }

    @Override
    public View view() {
        return View.DOTS;
    }

    @Override
    public Picture paint(Board board) {
        List<Where> order = ordered(board);
        List<String> notes = new ArrayList<>();
        if (order.size() > MOST_DRAWN) {
            notes.add(speech.say("drawn", MOST_DRAWN, order.size()));
        }
        notes.add(speech.say("interval.meaning"));
        return new Picture(
                View.DOTS,
                speech.title(board, speech.year(board)),
                sentence(board),
                speech.say("place"),
                headings(board),
                order.stream().map(where -> line(board, where)).toList(),
                drawing(board, drawn(board, order)),
                List.of(),
                Optional.empty(),
                notes);
    }

    static List<Where> ordered(Board board) {
        List<Where> all = new ArrayList<>(board.all());
        all.sort(Comparator.comparingDouble((Where where) -> {
                    Point point = board.point(where, board.year(), board.sex());
                    return point.known() ? -point.value() : Double.POSITIVE_INFINITY;
                })
                .thenComparing(board::name));
        return all;
    }

    /** Those nearest to the own place in the order, where they are too many to draw. */
    private static List<Where> drawn(Board board, List<Where> order) {
        int own = order.indexOf(board.question().home());
        int from = Math.clamp(own - (long) MOST_DRAWN / 2, 0, Math.max(0, order.size() - MOST_DRAWN));
        return order.subList(from, Math.min(order.size(), from + MOST_DRAWN));
    }

    static String style(Board board, Where where) {
        return where.equals(board.question().home())
                ? "own"
                : board.references().contains(where) ? "reference" : "";
    }

    private List<String> headings(Board board) {
        List<String> headings = new ArrayList<>();
        board.question().sexes().forEach(sex -> headings.add(speech.say("sex.head." + sex)));
        if (board.points().values().stream().anyMatch(point -> point.base().isPresent())) {
            headings.add(speech.say("part"));
            headings.add(speech.say("whole"));
        }
        return headings;
    }

    private Picture.Line line(Board board, Where where) {
        List<Picture.Box> boxes = new ArrayList<>();
        for (SexPart sex : board.question().sexes()) {
            boxes.add(speech.box(board.indicator(), board.point(where, board.year(), sex)));
        }
        if (headings(board).size() > board.question().sexes().size()) {
            var base = board.point(where, board.year(), board.sex()).base();
            boxes.add(Picture.Box.of(base.map(of -> speech.count(of.part())).orElse("")));
            boxes.add(Picture.Box.of(base.map(of -> speech.count(of.whole())).orElse("")));
        }
        return new Picture.Line(board.name(where), style(board, where), boxes);
    }

    private Optional<Drawing> drawing(Board board, List<Where> places) {
        List<Drawing.Line> lines = new ArrayList<>();
        for (SexPart sex : board.question().sexes()) {
            String tone = switch (sex) {
                case ALL -> "group";
                case WOMEN -> "women";
                case MEN -> "men";
            };
            List<Point> points = places.stream()
                    .map(where -> board.point(where, board.year(), sex))
                    .toList();
            Drawing.Line line = Painter.line(speech.say("sex.head." + sex), tone, points);
            lines.add(new Drawing.Line(
                    line.name(),
                    tone,
                    line.values(),
                    line.low(),
                    line.high(),
                    List.of(),
                    places.stream().map(where -> style(board, where)).toList()));
        }
        boolean any = lines.stream().flatMap(line -> line.values().stream()).anyMatch(value -> value != null);
        return any
                ? Optional.of(new Drawing(
                        Drawing.Shape.DOTS,
                        speech.unit(board.indicator()),
                        board.indicator().decimals(),
                        places.stream().map(board::name).toList(),
                        lines,
                        List.of(),
                        board.target(board.year(), board.sex()).map(target -> target.value()),
                        speech.say("target")))
                : Optional.empty();
    }

    /** How many of the group lie clearly above and below the own place, each pair judged by itself. */
    private String sentence(Board board) {
        Point own = board.own(board.sex());
        String place = board.name(board.question().home());
        if (!own.known()) {
            return speech.none(board);
        }
        String value = speech.value(board.indicator(), own.value());
        List<Point> others = board.known(board.group(), board.sex());
        if (others.isEmpty()) {
            return speech.say("says.alone", place, value);
        }
        Optional<Estimate> mine = Uncertainty.estimate(own);
        List<Estimate> theirs = others.stream()
                .flatMap(point -> Uncertainty.estimate(point).stream())
                .toList();
        if (mine.isEmpty() || theirs.size() < others.size()) {
            long above =
                    others.stream().filter(point -> point.value() > own.value()).count();
            return speech.say("says.dots.nochance", place, value, others.size(), above);
        }
        long above = theirs.stream()
                .filter(one -> one.value() > own.value() && apart(mine.get(), one))
                .count();
        long below = theirs.stream()
                .filter(one -> one.value() < own.value() && apart(mine.get(), one))
                .count();
        return speech.say("says.dots", place, value, others.size(), above, below, others.size() - above - below);
    }

    private static boolean apart(Estimate first, Estimate second) {
        return Chance.ofDifference(first, second, Confidence.OF_95) < CHANCE;
    }
}
