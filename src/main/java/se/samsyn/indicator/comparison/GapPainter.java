package se.samsyn.indicator.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.statistics.Chance;
import se.samsyn.indicator.statistics.Confidence;
import se.samsyn.indicator.statistics.Estimate;
import se.samsyn.indicator.statistics.Rates;

/** Women and men of the own place over the years, and what lies between them. */
@Component
final class GapPainter implements Painter {

    private static final double CHANCE = 0.05;

    private final Speech speech;

    GapPainter(Speech speech) {
        this.speech = speech;
    }

    @Override
    public View view() {
        return View.GAP;
    }

    @Override
    public Picture paint(Board board) {
        List<Integer> years = List.copyOf(board.shownYears());
        List<Point> women = points(board, years, SexPart.WOMEN);
        List<Point> men = points(board, years, SexPart.MEN);
        boolean any = women.stream().anyMatch(Point::known) && men.stream().anyMatch(Point::known);
        List<Picture.Line> lines = new ArrayList<>();
        for (int at = 0; at < years.size(); at++) {
            lines.add(line(board, women.get(at), men.get(at)));
        }
        return new Picture(
                View.GAP,
                speech.say(
                        "gap.title",
                        board.indicator().title(),
                        board.name(board.question().home())),
                sentence(board, women, men),
                speech.say("year"),
                List.of(
                        speech.say("sex.head.WOMEN"),
                        speech.say("sex.head.MEN"),
                        speech.say("gap"),
                        speech.say("ratio")),
                any ? lines : List.of(),
                any ? Optional.of(drawing(board, years, women, men)) : Optional.empty(),
                List.of(),
                Optional.empty(),
                any ? notes(board, years) : List.of());
    }

    private List<String> notes(Board board, List<Integer> years) {
        List<String> notes = new ArrayList<>(Painter.breaks(board, years, speech));
        notes.add(speech.say("gap.note"));
        return notes;
    }

    private static List<Point> points(Board board, List<Integer> years, SexPart sex) {
        return years.stream()
                .map(year -> board.point(board.question().home(), year, sex))
                .toList();
    }

    private Picture.Line line(Board board, Point women, Point men) {
        Optional<Estimate> gap = gap(women, men);
        boolean both = women.known() && men.known();
        Picture.Box difference = gap.map(one -> speech.difference(board.indicator(), one))
                .orElseGet(() ->
                        Picture.Box.of(both ? speech.difference(board.indicator(), women.value() - men.value()) : ""));
        String ratio = both && men.value() > 0 ? speech.decimal(women.value() / men.value(), 2) : "";
        return new Picture.Line(
                board.signed(women.year()),
                "",
                List.of(
                        speech.box(board.indicator(), women),
                        speech.box(board.indicator(), men),
                        difference,
                        Picture.Box.of(ratio)));
    }

    private static Optional<Estimate> gap(Point women, Point men) {
        return Uncertainty.estimate(women)
                .flatMap(first -> Uncertainty.estimate(men).map(second -> Rates.difference(first, second)));
    }

    private Drawing drawing(Board board, List<Integer> years, List<Point> women, List<Point> men) {
        return new Drawing(
                Drawing.Shape.LINES,
                speech.unit(board.indicator()),
                board.indicator().decimals(),
                years.stream().map(String::valueOf).toList(),
                List.of(
                        Painter.line(speech.say("sex.head.WOMEN"), "women", women),
                        Painter.line(speech.say("sex.head.MEN"), "men", men)),
                Painter.marks(board, years),
                Optional.empty(),
                "");
    }

    /** Of the last year in which both are known. */
    private String sentence(Board board, List<Point> women, List<Point> men) {
        String place = board.name(board.question().home());
        for (int at = women.size() - 1; at >= 0; at--) {
            Point first = women.get(at);
            Point second = men.get(at);
            if (first.known() && second.known()) {
                double gap = first.value() - second.value();
                String size =
                        speech.difference(board.indicator(), Math.abs(gap)).replace("+", "");
                Optional<Estimate> one = Uncertainty.estimate(first);
                Optional<Estimate> other = Uncertainty.estimate(second);
                if (gap == 0) {
                    return speech.say("says.gap.same", place, String.valueOf(first.year()));
                }
                if (one.isEmpty() || other.isEmpty()) {
                    return speech.say(
                            "says.gap.nochance." + (gap > 0 ? "women" : "men"),
                            place,
                            String.valueOf(first.year()),
                            size);
                }
                double p = Chance.ofDifference(one.get(), other.get(), Confidence.OF_95);
                String rule = p >= CHANCE ? "unclear" : gap > 0 ? "women" : "men";
                return speech.say("says.gap." + rule, place, String.valueOf(first.year()), size, speech.chance(p));
            }
        }
        return speech.say("says.gap.none", place);
    }
}
