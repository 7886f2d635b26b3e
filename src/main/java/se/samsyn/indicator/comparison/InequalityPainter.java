package se.samsyn.indicator.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.statistics.Estimate;
import se.samsyn.indicator.statistics.Inequality;

/** Groups such as levels of education in the own place, and how much lies between them. */
@Component
final class InequalityPainter implements Painter {

    private final Speech speech;

    InequalityPainter(Speech speech) {
        this.speech = speech;
    }

    @Override
    public View view() {
        return View.INEQUALITY;
    }

    @Override
    public Picture paint(Board board) {
        List<Indicator.Group> groups = board.indicator().groups();
        List<Point> points = groups.stream()
                .map(group -> board.point(board.question().home(), board.year(), board.sex(), group.code()))
                .toList();
        boolean any = points.stream().anyMatch(Point::known);
        List<Inequality.Group> measured = measured(points);
        List<Picture.Line> lines = new ArrayList<>();
        for (int at = 0; at < groups.size() && any; at++) {
            Point point = points.get(at);
            String whole = point.base().map(base -> speech.count(base.whole())).orElse("");
            lines.add(new Picture.Line(
                    groups.get(at).label(), "", List.of(speech.box(board.indicator(), point), Picture.Box.of(whole))));
        }
        boolean whole = measured.size() == groups.size() && groups.size() >= 2;
        if (whole) {
            lines.addAll(indices(board, measured));
        }
        return new Picture(
                View.INEQUALITY,
                speech.say(
                        "inequality.title",
                        board.indicator().title(),
                        board.name(board.question().home()),
                        speech.year(board)),
                sentence(board, groups, measured, any, whole),
                speech.say("group"),
                List.of(speech.say("sex.head." + board.sex()), speech.say("whole")),
                lines,
                any ? Optional.of(drawing(board, groups, points)) : Optional.empty(),
                List.of(),
                Optional.empty(),
                whole ? List.of(speech.say("inequality.note")) : List.of());
    }

    private static List<Inequality.Group> measured(List<Point> points) {
        return points.stream()
                .flatMap(point -> Uncertainty.estimate(point)
                        .flatMap(figure -> point.base().map(base -> new Inequality.Group(base.whole(), figure)))
                        .stream())
                .toList();
    }

    private List<Picture.Line> indices(Board board, List<Inequality.Group> groups) {
        List<Picture.Line> lines = new ArrayList<>();
        lines.add(index("inequality.gap", speech.difference(board.indicator(), Inequality.gap(groups))));
        Inequality.ratio(groups).ifPresent(ratio -> lines.add(index("inequality.ratio", plain(ratio))));
        if (groups.size() > 2) {
            lines.add(index("inequality.slope", speech.difference(board.indicator(), Inequality.slopeIndex(groups))));
            Inequality.relativeIndex(groups)
                    .ifPresent(relative -> lines.add(index("inequality.relative", plain(relative))));
        }
        return lines;
    }

    private Picture.Line index(String name, Picture.Box box) {
        return new Picture.Line(speech.say(name), "reference", List.of(box, Picture.Box.of("")));
    }

    private Picture.Box plain(Estimate estimate) {
        String interval = speech.say(
                "interval",
                speech.decimal(estimate.interval().low(), 2),
                speech.decimal(estimate.interval().high(), 2));
        return new Picture.Box(speech.decimal(estimate.value(), 2), "", "", interval);
    }

    private Drawing drawing(Board board, List<Indicator.Group> groups, List<Point> points) {
        return new Drawing(
                Drawing.Shape.DOTS,
                speech.unit(board.indicator()),
                board.indicator().decimals(),
                groups.stream().map(Indicator.Group::label).toList(),
                List.of(Painter.line(speech.say("sex.head." + board.sex()), "group", points)),
                List.of(),
                Optional.empty(),
                "");
    }

    private String sentence(
            Board board, List<Indicator.Group> groups, List<Inequality.Group> measured, boolean any, boolean whole) {
        String place = board.name(board.question().home());
        if (groups.isEmpty()) {
            return speech.say("says.inequality.ungrouped");
        }
        if (!any) {
            return speech.none(board);
        }
        if (!whole) {
            return speech.say("says.inequality.nochance", place);
        }
        Estimate slope = measured.size() > 2 ? Inequality.slopeIndex(measured) : Inequality.gap(measured);
        String size =
                speech.difference(board.indicator(), Math.abs(slope.value())).replace("+", "");
        String rule = slope.interval().contains(0) ? "unclear" : slope.value() > 0 ? "last" : "first";
        return speech.say(
                "says.inequality." + rule,
                place,
                groups.getFirst().label(),
                groups.getLast().label(),
                size);
    }
}
