package se.samsyn.indicator.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.statistics.Chance;
import se.samsyn.indicator.statistics.Confidence;
import se.samsyn.indicator.statistics.Funnel;
import se.samsyn.indicator.statistics.FunnelAxis;
import se.samsyn.kernel.Interval;
import se.samsyn.kernel.Share;

/** All places of the level by how many persons their value is of, within the limits of chance. */
@Component
final class FunnelPainter implements Painter {

    private static final int FEWEST = 5;

    private static final double INNER = 0.05;
    private static final double OUTER = 0.002;
    private static final double SELDOM = 0.05;

    private final Speech speech;

    FunnelPainter(Speech speech) {
        this.speech = speech;
    }

    @Override
    public View view() {
        return View.FUNNEL;
    }

    /** A place in the funnel. */
    private record Spot(Point point, Funnel.Point in, Funnel.Position position) {}

    @Override
    public Picture paint(Board board) {
        List<Point> points = board.known(board.everybody(), board.sex()).stream()
                .filter(point -> point.base().isPresent())
                .filter(point -> board.indicator().scale() != Scale.PERCENT
                        || point.base().get().part() <= point.base().get().whole())
                .toList();
        Optional<Funnel> funnel = points.size() < FEWEST ? Optional.empty() : funnel(board, points);
        List<Spot> spots = funnel.stream()
                .flatMap(of -> points.stream().map(point -> spot(of, point)))
                .sorted(Comparator.comparing((Spot spot) -> !isOwn(board, spot))
                        .thenComparing(spot -> distance(spot.position()), Comparator.reverseOrder())
                        .thenComparing(spot -> spot.in().denominator(), Comparator.reverseOrder()))
                .toList();
        return new Picture(
                View.FUNNEL,
                speech.title(board, speech.year(board)),
                sentence(board, points.size(), spots),
                speech.say("place"),
                List.of(
                        speech.say("sex.head." + board.sex()),
                        speech.say("part"),
                        speech.say("whole"),
                        speech.say("position")),
                spots.stream().map(spot -> line(board, spot)).toList(),
                funnel.map(of -> drawing(board, of, spots)),
                List.of(),
                Optional.empty(),
                spots.isEmpty() ? List.of() : List.of(speech.say("funnel.note")));
    }

    private static boolean isOwn(Board board, Spot spot) {
        return spot.point().where().equals(board.question().home());
    }

    /** How far outside the limits. */
    private static int distance(Funnel.Position position) {
        return switch (position) {
            case INSIDE -> 0;
            case BELOW, ABOVE -> 1;
            case FAR_BELOW, FAR_ABOVE -> 2;
        };
    }

    private static Optional<Funnel> funnel(Board board, List<Point> points) {
        double baseline = Funnel.baseline(points.stream().map(FunnelPainter::in).toList());
        boolean shares = board.indicator().scale() == Scale.PERCENT;
        if (baseline <= 0 || (shares && baseline >= 1)) {
            return Optional.empty();
        }
        return Optional.of(shares ? Funnel.ofShares(baseline) : Funnel.ofRates(baseline));
    }

    private static Funnel.Point in(Point point) {
        var base = point.base().orElseThrow();
        return new Funnel.Point(base.part(), base.whole());
    }

    private static Spot spot(Funnel funnel, Point point) {
        return new Spot(point, in(point), funnel.position(in(point)));
    }

    private Picture.Line line(Board board, Spot spot) {
        return new Picture.Line(
                board.name(spot.point().where()),
                DotPainter.style(board, spot.point().where()),
                List.of(
                        speech.box(board.indicator(), spot.point()),
                        Picture.Box.of(speech.count(spot.in().events())),
                        Picture.Box.of(speech.count(spot.in().denominator())),
                        Picture.Box.of(speech.say("position." + spot.position()))));
    }

    private Drawing drawing(Board board, Funnel funnel, List<Spot> spots) {
        double scale = board.indicator().scale().base();
        double[] axis = FunnelAxis.of(spots.stream().map(Spot::in).toList());
        List<Drawing.Line> lines = new ArrayList<>();
        lines.add(dots(board, spots, false));
        lines.add(dots(board, spots, true));
        limits(lines, funnel, axis, scale, Confidence.OF_95, speech.say("limit.95"));
        limits(lines, funnel, axis, scale, Confidence.OF_99_8, speech.say("limit.998"));
        return new Drawing(
                Drawing.Shape.FUNNEL,
                speech.unit(board.indicator()),
                board.indicator().decimals(),
                List.of(),
                lines,
                List.of(),
                Optional.of(funnel.baseline() * scale),
                speech.say("whole"));
    }

    private Drawing.Line dots(Board board, List<Spot> spots, boolean own) {
        List<Spot> wanted =
                spots.stream().filter(spot -> isOwn(board, spot) == own).toList();
        return new Drawing.Line(
                own ? board.name(board.question().home()) : speech.say("others"),
                own ? "own" : "group",
                Painter.values(wanted.stream().map(Spot::point).toList()),
                List.of(),
                List.of(),
                wanted.stream().map(spot -> spot.in().denominator()).toList(),
                wanted.stream().map(spot -> board.name(spot.point().where())).toList());
    }

    private static void limits(
            List<Drawing.Line> lines, Funnel funnel, double[] axis, double scale, Confidence confidence, String name) {
        List<@Nullable Double> low = new ArrayList<>();
        List<@Nullable Double> high = new ArrayList<>();
        List<Double> at = new ArrayList<>();
        for (double denominator : axis) {
            Interval limits = funnel.limits(denominator, confidence);
            at.add(denominator);
            low.add(limits.low() * scale);
            high.add(limits.high() * scale);
        }
        lines.add(new Drawing.Line(name, "limit", low, List.of(), List.of(), at, List.of()));
        lines.add(new Drawing.Line(name, "limit", high, List.of(), List.of(), at, List.of()));
    }

    private String none(Board board) {
        String place = board.name(board.question().home());
        return board.everybody().contains(board.question().home())
                ? speech.say("says.funnel.own.none", place)
                : speech.say("says.elsewhere", place);
    }

    private String sentence(Board board, int known, List<Spot> spots) {
        if (spots.isEmpty()) {
            return speech.say(known < FEWEST ? "says.funnel.none" : "says.funnel.same");
        }
        long outside = spots.stream()
                .filter(spot -> spot.position() != Funnel.Position.INSIDE)
                .count();
        long far = spots.stream()
                .filter(spot ->
                        spot.position() == Funnel.Position.FAR_ABOVE || spot.position() == Funnel.Position.FAR_BELOW)
                .count();
        String own = spots.stream()
                .filter(spot -> isOwn(board, spot))
                .findFirst()
                .map(spot -> speech.say(
                        "says.funnel.own." + spot.position(),
                        board.name(board.question().home())))
                .orElseGet(() -> none(board));
        String all = speech.say(
                "says.funnel",
                spots.size(),
                outside,
                far,
                speech.decimal(INNER * spots.size(), 1),
                speech.decimal(OUTER * spots.size(), 1));
        boolean spread =
                outside > INNER * spots.size() && Chance.ofShare(new Share(outside, spots.size()), INNER) < SELDOM;
        return own + " " + all + (spread ? " " + speech.say("says.funnel.spread") : "");
    }
}
