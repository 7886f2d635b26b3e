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

    /** Doubt is told as long as it is unknown for at most one place of so many. */
    private static final int FEW = 10;

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
        List<Point> known = ranked(board);
        known.sort(Comparator.comparingDouble((Point point) -> lowFirst(board) ? point.value() : -point.value())
                .thenComparing(point -> board.name(point.where())));
        long unknown =
                known.stream().filter(point -> point.interval().isEmpty()).count();
        boolean doubted = known.size() > 1 && unknown * FEW <= known.size();
        Map<Where, Standing> standings = standings(board, known, doubted);
        List<Where> shown = known.stream()
                .map(Point::where)
                .filter(where ->
                        where.equals(board.question().home()) || board.group().contains(where))
                .toList();
        List<String> notes = new ArrayList<>();
        notes.add(speech.say("rank.note." + (doubted ? "doubt" : "plain"), known.size()));
        if (doubted && unknown > 0) {
            notes.add(speech.say("rank.note.unknown", unknown));
        }
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

    /** An unweighted mean of several places is no place's value, and is not ranked among those that are. */
    private static List<Point> ranked(Board board) {
        List<Point> known = board.known(board.everybody(), board.sex());
        List<Point> own = known.stream().filter(point -> !point.isMean()).toList();
        return new ArrayList<>(own.isEmpty() ? known : own);
    }

    private static boolean lowFirst(Board board) {
        return board.indicator().wanted() == Wanted.LOW;
    }

    /** With doubt, the ranks that no test of a pair of places excludes; without, ties alone share a rank. */
    private static Map<Where, Standing> standings(Board board, List<Point> known, boolean doubted) {
        Map<Where, Standing> standings = new HashMap<>();
        Map<Where, Ranks.Rank> ranks = doubted ? ranks(board, known) : Map.of();
        int unknown = doubted ? known.size() - ranks.size() : 0;
        int plain = 1;
        for (int at = 0; at < known.size(); at++) {
            if (at > 0 && known.get(at).value() != known.get(at - 1).value()) {
                plain = at + 1;
            }
            Where where = known.get(at).where();
            standings.put(
                    where, standing(plain, Optional.ofNullable(ranks.get(where)), doubted, known.size(), unknown));
        }
        return standings;
    }

    /** A place of which nothing tells how uncertain it is may have any rank, and may come before any other. */
    private static Standing standing(int plain, Optional<Ranks.Rank> rank, boolean doubted, int all, int unknown) {
        if (!doubted) {
            return new Standing(plain, plain, plain);
        }
        return rank.map(one -> new Standing(plain, one.best(), one.worst() + unknown))
                .orElseGet(() -> new Standing(plain, 1, all));
    }

    private static Map<Where, Ranks.Rank> ranks(Board board, List<Point> known) {
        List<Point> told =
                known.stream().filter(point -> point.interval().isPresent()).toList();
        List<Estimate> figures = told.stream()
                .flatMap(point -> Uncertainty.estimate(point).stream())
                .toList();
        Ranks.Order order = lowFirst(board) ? Ranks.Order.LOWEST_FIRST : Ranks.Order.HIGHEST_FIRST;
        List<Ranks.Rank> ranks = Ranks.of(figures, order, Ranks.Certainty.OF_EACH_PLACE, Confidence.OF_95);
        Map<Where, Ranks.Rank> byPlace = new HashMap<>();
        for (int at = 0; at < told.size(); at++) {
            byPlace.put(told.get(at).where(), ranks.get(at));
        }
        return byPlace;
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
