package se.samsyn.indicator.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samsyn.table.Where;

/** A little chart for each place, all on one scale. */
@Component
final class MultiplesPainter implements Painter {

    private static final double WIDE = 100;
    private static final double HIGH = 40;
    private static final double MARGIN = 3;
    private static final int MOST = 60;

    private final Speech speech;

    MultiplesPainter(Speech speech) {
        this.speech = speech;
    }

    @Override
    public View view() {
        return View.MULTIPLES;
    }

    @Override
    public Picture paint(Board board) {
        List<Integer> years = List.copyOf(board.shownYears());
        List<Where> places = board.all().stream().limit(MOST).toList();
        double[] ends = ends(board, places, years);
        List<String> notes = new ArrayList<>();
        if (ends[0] <= ends[1]) {
            notes.add(speech.say(
                    "multiples.scale",
                    speech.value(board.indicator(), ends[0]),
                    speech.value(board.indicator(), ends[1])));
        }
        if (board.all().size() > MOST) {
            notes.add(speech.say("drawn", MOST, board.all().size()));
        }
        return new Picture(
                View.MULTIPLES,
                speech.title(board, speech.years(board)),
                sentence(board, places, years),
                speech.say("place"),
                years.stream().map(String::valueOf).toList(),
                board.all().stream().map(where -> line(board, where, years)).toList(),
                Optional.empty(),
                places.stream().map(where -> small(board, where, years, ends)).toList(),
                Optional.empty(),
                notes);
    }

    private static double[] ends(Board board, List<Where> places, List<Integer> years) {
        double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Where where : places) {
            for (int year : years) {
                Point point = board.point(where, year, board.sex());
                if (point.known()) {
                    ends[0] = Math.min(ends[0], point.value());
                    ends[1] = Math.max(ends[1], point.value());
                }
            }
        }
        return ends;
    }

    private Picture.Line line(Board board, Where where, List<Integer> years) {
        return new Picture.Line(
                board.name(where),
                DotPainter.style(board, where),
                years.stream()
                        .map(year -> {
                            Picture.Box box = speech.box(board.indicator(), board.point(where, year, board.sex()));
                            return new Picture.Box(box.text(), box.style(), box.meaning(), "");
                        })
                        .toList());
    }

    private Picture.Small small(Board board, Where where, List<Integer> years, double[] ends) {
        List<String> paths = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        Point last = null;
        for (int at = 0; at < years.size(); at++) {
            Point point = board.point(where, years.get(at), board.sex());
            int year = years.get(at);
            boolean broken = board.breaks().stream().anyMatch(one -> one.year() == year);
            if (!point.known() || broken) {
                end(paths, path);
            }
            if (point.known()) {
                last = point;
                double x = years.size() == 1 ? WIDE / 2 : MARGIN + (WIDE - 2 * MARGIN) * at / (years.size() - 1);
                double share = ends[1] > ends[0] ? (point.value() - ends[0]) / (ends[1] - ends[0]) : 0.5;
                double y = HIGH - MARGIN - (HIGH - 2 * MARGIN) * share;
                path.append(path.isEmpty() ? "M" : "L").append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
            }
        }
        end(paths, path);
        String text = last == null ? speech.say("no.value") : speech.value(board.indicator(), last.value());
        String spoken = board.name(where) + ": " + text + (last == null ? "" : " (" + last.year() + ")");
        return new Picture.Small(board.name(where), DotPainter.style(board, where), paths, text, spoken);
    }

    /** A stretch of one year alone becomes a dot. */
    private static void end(List<String> paths, StringBuilder path) {
        if (!path.isEmpty()) {
            paths.add(path.indexOf("L") < 0 ? path + "h0.01" : path.toString());
            path.setLength(0);
        }
    }

    /** Of the years since the last break. */
    private String sentence(Board board, List<Where> places, List<Integer> shown) {
        List<Integer> years =
                shown.stream().filter(year -> year >= board.since(shown)).toList();
        if (years.size() < 2) {
            return speech.say("says.multiples.short");
        }
        int rising = 0;
        int falling = 0;
        int told = 0;
        for (Where where : places) {
            Point first = board.point(where, years.getFirst(), board.sex());
            Point last = board.point(where, years.getLast(), board.sex());
            if (first.known() && last.known()) {
                told++;
                rising += last.value() > first.value() ? 1 : 0;
                falling += last.value() < first.value() ? 1 : 0;
            }
        }
        return speech.say(
                "says.multiples",
                told,
                rising,
                falling,
                String.valueOf(years.getFirst()),
                String.valueOf(years.getLast()));
    }
}
