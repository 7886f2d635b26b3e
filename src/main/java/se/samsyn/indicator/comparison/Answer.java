package se.samsyn.indicator.comparison;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.Revision;
import se.samsyn.indicator.Source;
import se.samsyn.table.Where;

/**
 * A picture with what stands behind it.
 *
 * @param processing whether anything shown was computed here: intervals, medians, ranks
 * @param revised what was revised among the values shown, newest first
 * @param years in which the own place has values
 */
public record Answer(
        Question question,
        Indicator indicator,
        Source source,
        String place,
        Picture picture,
        Processing processing,
        Optional<Likeness> likeness,
        List<Near> near,
        List<Revised> revised,
        List<Integer> years,
        int year,
        Optional<Instant> fetched) {

    /** Whose figures they are. */
    public enum Processing {
        /** As the source gave them. */
        RAW,
        /** Own processing of what the source gave. */
        OWN
    }

    /** A similar place with its distance. */
    public record Near(Where where, String name, double distance) {}

    /** A revision with the name of its place. */
    public record Revised(String name, Revision revision) {}

    static Answer of(Board board, Picture picture) {
        Set<Where> places = Set.copyOf(board.all());
        int first =
                board.shownYears().isEmpty() ? board.year() : board.shownYears().first();
        boolean derived = picture.view() != View.MULTIPLES
                || board.points().values().stream()
                        .anyMatch(point -> point.interval().isPresent());
        return new Answer(
                board.question(),
                board.indicator(),
                board.source(),
                board.name(board.question().home()),
                picture,
                derived ? Processing.OWN : Processing.RAW,
                board.likeness(),
                board.likeness().stream()
                        .flatMap(one -> one.places().stream())
                        .map(near -> new Near(near.where(), board.name(near.where()), near.distance()))
                        .toList(),
                board.revisions().stream()
                        .filter(one -> places.contains(one.place()) && one.year() >= first)
                        .filter(one -> one.group().isEmpty())
                        .limit(50)
                        .map(one -> new Revised(board.name(one.place()), one))
                        .toList(),
                List.copyOf(board.years().descendingSet()),
                board.year(),
                board.fetched());
    }
}
