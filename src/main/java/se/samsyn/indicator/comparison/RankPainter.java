package se.samsyn.indicator.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samsyn.indicator.Wanted;
import se.samsyn.indicator.statistics.Confidence;
import se.samsyn.indicator.statistics.Estimate;
import se.samsyn.indicator.statistics.Ranks;
import se.samsyn.table.Where;

/** Ranks among all places of the level; places that cannot be told apart share them. */
@Component
final class RankPainter implements Painter {

    private final Speech speech;

    RankPainter(Speech speech) {
        this.speech = speech;
    }

    @Override
    public View view() {
        return View.RANK;
    }

    /** A place's ranks: by its value alone, and those it may have. */
    private record Standing(int plain, int best, int worst) {}

    @Override
    public Picture paint(Board board) {
        List<Point> known = new ArrayList<>(board.known(board.everybody(), board.sex()));
        known.sort(Comparator.comparingDouble((Point point) -> lowFirst(board) ? point.value() : -point.value())
                .thenComparing(point -> board.name(point.where())));
        boolean doubted = known.size() > 1
                && known.stream().allMatch(point -> point.interval().isPresent());
        Map<Where, Standing> standings = standings(board, known, doubted);
        List<Where> shown = known.stream()
                .map(Point::where)
                .filter(where ->
                        where.equals(board.question().home()) || board.group().contains(where))
                .toList();
        List<String> notes = new ArrayList<>();
        notes.add(speech.say("rank.note." + (doubted ? "doubt" : "plain"), known.size()));
        notes.add(speech.say("rank.order." + (lowFirst(board) ? "low" : "high")));
        return new Picture(
                View.RANK,
                speech.title(board, speech.year(board)),
                sentence(board, standings, known.size(), doubted),
                speech.say("place"),
                List.of(speech.say("rank"), speech.say("quarter"), speech.say("sex.head." + board.sex())),
                shown.stream()
                        .map(where -> line(board, where, standings, known.size(), doubted))
                        .toList(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                notes);
    }

    private static boolean lowFirst(Board board) {
        return board.indicator().wanted() == Wanted.LOW;
    }

    /** With doubt, the ranks that no test of a pair of places excludes; without, ties alone share a rank. */
    private static Map<Where, Standing> standings(Board board, List<Point> known, boolean doubted) {
        Map<Where, Standing> standings = new HashMap<>();
        List<Ranks.Rank> ranks = List.of();
        if (doubted) {
            List<Estimate> figures = known.stream()
                    .flatMap(point -> Uncertainty.estimate(point).stream())
                    .toList();
            Ranks.Order order = lowFirst(board) ? Ranks.Order.LOWEST_FIRST : Ranks.Order.HIGHEST_FIRST;
            ranks = Ranks.of(figures, order, Ranks.Certainty.OF_EACH_PLACE, Confidence.OF_95);
        }
        int plain = 1;
        for (int at = 0; at < known.size(); at++) {
            if (at > 0 && known.get(at).value() != known.get(at - 1).value()) {
                plain = at + 1;
            }
            Standing standing = doubted
                    ? new Standing(plain, ranks.get(at).best(), ranks.get(at).worst())
                    : new Standing(plain, plain, plain);
            standings.put(known.get(at).where(), standing);
        }
        return standings;
    }

    private Picture.Line line(Board board, Where where, Map<Where, Standing> standings, int all, boolean doubted) {
        Standing standing = standings.get(where);
        if (standing == null) {
            throw new IllegalStateException("A place without a value has no rank");
        }
        String quarter = speech.say("quarter." + quarter(standing.plain(), all));
        return new Picture.Line(
                board.name(where),
                DotPainter.style(board, where),
                List.of(
                        Picture.Box.of(rank(standing, doubted)),
                        Picture.Box.of(quarter),
                        speech.box(board.indicator(), board.point(where, board.year(), board.sex()))));
    }

    private String rank(Standing standing, boolean doubted) {
        return doubted && standing.best() < standing.worst()
                ? standing.best() + "–" + standing.worst()
                : String.valueOf(standing.plain());
    }

    /** The first quarter, the half in the middle, or the last quarter. */
    static String quarter(int rank, int all) {
        return rank <= all * 0.25 ? "first" : rank > all * 0.75 ? "last" : "middle";
    }

    private String sentence(Board board, Map<Where, Standing> standings, int all, boolean doubted) {
        String place = board.name(board.question().home());
        Standing own = standings.get(board.question().home());
        if (own == null) {
            return board.everybody().contains(board.question().home())
                    ? speech.none(board)
                    : speech.say("says.elsewhere", place);
        }
        if (!doubted) {
            return speech.say("says.rank.plain", place, own.plain(), all);
        }
        if (own.best() == own.worst()) {
            return speech.say("says.rank.sure", place, own.best(), all);
        }
        boolean anything = own.best() == 1 && own.worst() == all;
        return anything
                ? speech.say("says.rank.anything", place, all)
                : speech.say("says.rank", place, own.best(), own.worst(), all);
    }
}
