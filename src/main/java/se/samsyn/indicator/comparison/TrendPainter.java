package se.samsyn.indicator.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Target;
import se.samsyn.indicator.statistics.MannKendall;
import se.samsyn.kernel.Level;
import se.samsyn.table.Where;

/** Lines over the years, with breaks, revisions and targets. */
@Component
final class TrendPainter implements Painter {

    private static final int FEWEST_YEARS = 4;
    private static final double CHANCE = 0.05;

    private final Speech speech;

    TrendPainter(Speech speech) {
        this.speech = speech;
    }

    @Override
    public View view() {
        return View.TREND;
    }

    @Override
    public Picture paint(Board board) {
        List<Integer> years = List.copyOf(board.shownYears());
        return new Picture(
                View.TREND,
                speech.title(board, speech.years(board)),
                sentence(board, years),
                speech.say("year"),
                headings(board),
                years.stream().map(year -> line(board, year)).toList(),
                years.isEmpty() ? Optional.empty() : Optional.of(drawing(board, years)),
                List.of(),
                Optional.empty(),
                notes(board, years));
    }

    private List<String> headings(Board board) {
        List<String> headings = new ArrayList<>();
        for (SexPart sex : board.question().sexes()) {
            headings.add(who(board, board.question().home(), sex));
            if (!board.group().isEmpty()) {
                headings.add(who(speech.say("group.median"), sex, board));
            }
            board.references().forEach(where -> headings.add(who(board, where, sex)));
        }
        return headings;
    }

    private String who(Board board, Where where, SexPart sex) {
        return who(board.name(where), sex, board);
    }

    private String who(String name, SexPart sex, Board board) {
        return board.question().sexes().size() > 1 ? name + ", " + speech.sex(sex) : name;
    }

    private Picture.Line line(Board board, int year) {
        List<Picture.Box> boxes = new ArrayList<>();
        for (SexPart sex : board.question().sexes()) {
            boxes.add(box(board, board.question().home(), year, sex));
            if (!board.group().isEmpty()) {
                boxes.add(Picture.Box.of(board.median(year, sex)
                        .map(value -> speech.value(board.indicator(), value))
                        .orElse("")));
            }
            board.references().forEach(where -> boxes.add(box(board, where, year, sex)));
        }
        return new Picture.Line(board.signed(year), "", boxes);
    }

    /** A value, with a sign where the source has revised it. */
    private Picture.Box box(Board board, Where where, int year, SexPart sex) {
        Picture.Box box = speech.box(board.indicator(), board.point(where, year, sex));
        return board.isRevised(where, year, sex)
                ? new Picture.Box(box.text() + " r", box.style(), box.meaning(), box.interval())
                : box;
    }

    private Drawing drawing(Board board, List<Integer> years) {
        List<Drawing.Line> lines = new ArrayList<>();
        for (SexPart sex : board.question().sexes()) {
            String tone = switch (sex) {
                case ALL -> "own";
                case WOMEN -> "women";
                case MEN -> "men";
            };
            lines.add(Painter.line(
                    who(board, board.question().home(), sex),
                    tone,
                    points(board, years, board.question().home(), sex)));
        }
        if (board.question().sexes().size() == 1) {
            others(board, years, lines);
        }
        target(board, years, lines);
        return new Drawing(
                Drawing.Shape.LINES,
                speech.unit(board.indicator()),
                board.indicator().decimals(),
                years.stream().map(String::valueOf).toList(),
                lines,
                Painter.marks(board, years),
                Optional.empty(),
                "");
    }

    private void others(Board board, List<Integer> years, List<Drawing.Line> lines) {
        List<@Nullable Double> medians = new ArrayList<>();
        years.forEach(year -> medians.add(board.median(year, board.sex()).orElse(null)));
        if (medians.stream().anyMatch(value -> value != null)) {
            lines.add(new Drawing.Line(
                    speech.say("group.median"), "group", medians, List.of(), List.of(), List.of(), List.of()));
        }
        for (Where where : board.references()) {
            List<Point> points = points(board, years, where, board.sex());
            if (points.stream().anyMatch(Point::known)) {
                lines.add(new Drawing.Line(
                        board.name(where),
                        where.level() == Level.NATION ? "nation" : "reference",
                        Painter.values(points),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
            }
        }
    }

    private void target(Board board, List<Integer> years, List<Drawing.Line> lines) {
        List<@Nullable Double> wanted = new ArrayList<>();
        years.forEach(year ->
                wanted.add(board.target(year, board.sex()).map(Target::value).orElse(null)));
        if (wanted.stream().anyMatch(value -> value != null)) {
            lines.add(new Drawing.Line(
                    speech.say("target"), "target", wanted, List.of(), List.of(), List.of(), List.of()));
        }
    }

    private static List<Point> points(Board board, List<Integer> years, Where where, SexPart sex) {
        return years.stream().map(year -> board.point(where, year, sex)).toList();
    }

    /** By rule: of the own line since the last break, with at least four years. */
    private String sentence(Board board, List<Integer> years) {
        int since = board.since(years);
        List<Point> own = points(board, years, board.question().home(), board.sex()).stream()
                .filter(point -> point.known() && point.year() >= since)
                .toList();
        String place = board.name(board.question().home());
        if (own.isEmpty()) {
            return speech.say("says.none", place);
        }
        Point first = own.getFirst();
        Point last = own.getLast();
        if (own.size() < FEWEST_YEARS) {
            return speech.say(
                    "says.trend.short",
                    place,
                    speech.value(board.indicator(), last.value()),
                    String.valueOf(last.year()),
                    own.size());
        }
        MannKendall trend =
                MannKendall.of(own.stream().mapToDouble(Point::value).toArray());
        String rule = trend.p() >= CHANCE ? "unclear" : trend.score() > 0 ? "up" : "down";
        return speech.say(
                "says.trend." + rule,
                place,
                speech.value(board.indicator(), first.value()),
                String.valueOf(first.year()),
                speech.value(board.indicator(), last.value()),
                String.valueOf(last.year()),
                speech.chance(trend.p()));
    }

    private List<String> notes(Board board, List<Integer> years) {
        List<String> notes = new ArrayList<>(Painter.breaks(board, years, speech));
        if (!board.group().isEmpty()) {
            notes.add(speech.say("group.median.note", board.group().size()));
        }
        boolean revised = board.question().sexes().stream()
                .anyMatch(sex -> Stream.concat(Stream.of(board.question().home()), board.references().stream())
                        .anyMatch(where -> years.stream().anyMatch(year -> board.isRevised(where, year, sex))));
        if (revised) {
            notes.add(speech.say("revised.note"));
        }
        return notes;
    }
}
