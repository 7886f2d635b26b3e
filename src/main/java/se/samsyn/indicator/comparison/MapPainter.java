package se.samsyn.indicator.comparison;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import se.samsyn.indicator.Maps;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.map.Direction;
import se.samsyn.indicator.map.MapShape;
import se.samsyn.indicator.map.PlaceShape;
import se.samsyn.indicator.map.RegionOutline;
import se.samsyn.indicator.map.TileGrid;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.Where;

/** All municipalities, or all regions, in five steps of equally many places. Colours tell order, not good or bad. */
@Component
final class MapPainter implements Painter {

    private static final Collator SWEDISH = Collator.getInstance(Locale.forLanguageTag("sv-SE"));
    private static final int STEPS = 5;
    private static final List<String> SIGNS = List.of("1", "2", "3", "4", "5");

    private final Speech speech;
    private final Function<Level, MapShape> shapes;

    @Autowired
    MapPainter(Speech speech, Maps maps) {
        this(speech, maps::boundaries);
    }

    MapPainter(Speech speech, Function<Level, MapShape> shapes) {
        this.speech = speech;
        this.shapes = shapes;
    }

    @Override
    public View view() {
        return View.MAP;
    }

    @Override
    public Picture paint(Board board) {
        Level level = board.question().home().level() == Level.MUNICIPALITY ? Level.MUNICIPALITY : Level.REGION;
        MapShape shape = shapes.apply(level);
        Map<PlaceCode, Point> points = new TreeMap<>();
        shape.places()
                .forEach(place ->
                        points.put(place.code(), board.point(new Where.Area(place.code()), board.year(), board.sex())));
        double[] sorted = points.values().stream()
                .filter(Point::known)
                .mapToDouble(Point::value)
                .sorted()
                .toArray();
        List<Point> told = points.values().stream()
                .filter(point -> !(point.reading() instanceof Reading.Missing)
                        || point.where().equals(board.question().home()))
                .toList();
        List<Picture.Line> lines = told.stream()
                .sorted(Comparator.comparing((Point point) ->
                                !point.where().equals(board.question().home()))
                        .thenComparing(point -> board.name(point.where()), SWEDISH))
                .map(point -> new Picture.Line(
                        board.name(point.where()),
                        DotPainter.style(board, point.where()),
                        List.of(
                                speech.box(board.indicator(), point),
                                Picture.Box.of(point.known() ? speech.say("step", step(point, sorted), STEPS) : ""))))
                .toList();
        List<String> notes = new ArrayList<>();
        notes.add(speech.say(shape.equals(tiles(level)) ? "map.note.tiles" : "map.note.boundaries"));
        if (told.size() < points.size()) {
            notes.add(speech.say("map.note.missing", points.size() - told.size()));
        }
        return new Picture(
                View.MAP,
                speech.say("map.title", board.indicator().title(), speech.year(board)),
                sentence(board, sorted),
                speech.say("place"),
                List.of(speech.say("sex.head." + board.sex()), speech.say("fifth")),
                lines,
                Optional.empty(),
                List.of(),
                Optional.of(chart(board, shape, points, sorted)),
                notes);
    }

    private static MapShape tiles(Level level) {
        return level == Level.REGION ? TileGrid.regions() : TileGrid.municipalities();
    }

    /** Which fifth of all places with a value, from the lowest, 1 to 5; equal values are in the same one. */
    private static int step(Point point, double[] sorted) {
        int below = 0;
        while (below < sorted.length && sorted[below] < point.value()) {
            below++;
        }
        return Math.min(STEPS, 1 + below * STEPS / Math.max(1, sorted.length));
    }

    private Picture.Chart chart(Board board, MapShape shape, Map<PlaceCode, Point> points, double[] sorted) {
        List<Picture.Area> areas = new ArrayList<>();
        for (PlaceShape place : shape.places()) {
            Point point = points.get(place.code());
            if (point != null) {
                areas.add(area(board, place, point, sorted));
            }
        }
        return new Picture.Chart(
                shape.viewBox().attribute(),
                areas,
                shape.outlines().stream().map(RegionOutline::path).toList(),
                steps(board, points, sorted));
    }

    private Picture.Area area(Board board, PlaceShape place, Point point, double[] sorted) {
        String own = point.where().equals(board.question().home()) ? " own" : "";
        String style = point.known() ? "step-" + step(point, sorted) : mark(point);
        return new Picture.Area(
                place.code().value(),
                place.path(),
                style + own,
                point.known()
                        ? SIGNS.get(step(point, sorted) - 1)
                        : point.reading().mark().orElse(""),
                place.label().x(),
                place.label().y(),
                speech.spoken(board, point)
                        + (point.known() ? ", " + speech.say("step", step(point, sorted), STEPS) : ""),
                List.of(Direction.LEFT, Direction.RIGHT, Direction.UP, Direction.DOWN).stream()
                        .map(way -> place.neighbour(way).map(PlaceCode::value).orElse(""))
                        .toList());
    }

    private static String mark(Point point) {
        return switch (point.reading()) {
            case Reading.Hidden _ -> "area-hidden";
            case Reading.NotApplicable _ -> "area-na";
            case Reading.Missing _, Reading.Known _ -> "area-missing";
        };
    }

    private List<Picture.Step> steps(Board board, Map<PlaceCode, Point> points, double[] sorted) {
        List<Picture.Step> steps = new ArrayList<>();
        for (int step = 1; step <= STEPS; step++) {
            int wanted = step;
            var within = points.values().stream()
                    .filter(point -> point.known() && step(point, sorted) == wanted)
                    .mapToDouble(Point::value)
                    .summaryStatistics();
            if (within.getCount() > 0) {
                String text = speech.value(board.indicator(), within.getMin()) + " – "
                        + speech.value(board.indicator(), within.getMax());
                steps.add(new Picture.Step("step-" + step, SIGNS.get(step - 1), text));
            }
        }
        marks(points, steps, "area-missing", "missing", "-");
        marks(points, steps, "area-hidden", "hidden", "..");
        marks(points, steps, "area-na", "na", ".");
        return steps;
    }

    private void marks(Map<PlaceCode, Point> points, List<Picture.Step> steps, String style, String kind, String sign) {
        long many = points.values().stream()
                .filter(point -> !point.known() && mark(point).equals(style))
                .count();
        if (many > 0) {
            steps.add(new Picture.Step(style, sign, speech.say("mark." + kind) + " (" + many + ")"));
        }
    }

    private String sentence(Board board, double[] sorted) {
        Point own = board.own(board.sex());
        String place = board.name(board.question().home());
        if (sorted.length == 0) {
            return board.years().isEmpty()
                    ? speech.none(board)
                    : speech.say("says.map.none", String.valueOf(board.year()));
        }
        return own.known()
                        && board.everybody().contains(board.question().home())
                        && board.question().home() instanceof Where.Area
                ? speech.say(
                        "says.map",
                        place,
                        speech.value(board.indicator(), own.value()),
                        step(own, sorted),
                        sorted.length)
                : speech.say("says.map.elsewhere", sorted.length);
    }
}
