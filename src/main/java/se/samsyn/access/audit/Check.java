package se.samsyn.access.audit;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import se.samsyn.access.ActorId;
import se.samsyn.kernel.PlaceCode;

/**
 * The check of a month's log at a place.
 *
 * @param seed what the random lines were drawn by: the same lines and seed give the same sample
 * @param lines how many lines the month had when the sample was drawn
 * @param rules what each rule matched
 * @param sample the lines to look at, the oldest first
 * @param signed who signed it and when; nothing until then
 */
public record Check(
        CheckId id,
        PlaceCode place,
        YearMonth month,
        long seed,
        Instant made,
        long lines,
        List<Rule> rules,
        List<Sampled> sample,
        Optional<Signed> signed) {

    /** Copies the lists. */
    public Check {
        rules = List.copyOf(rules);
        sample = List.copyOf(sample);
    }

    /**
     * What came of a rule.
     *
     * @param matched lines that it fits
     * @param chosen lines that were chosen among them
     */
    public record Rule(Reason reason, long matched, int chosen) {}

    /**
     * Who signed.
     *
     * @param whole whether the check is still what was signed
     */
    public record Signed(ActorId by, String name, Instant at, boolean whole) {}

    /** The lines marked so. */
    public long marked(Mark mark) {
        return sample.stream()
                .filter(line -> line.mark().filter(mark::equals).isPresent())
                .count();
    }

    /** The lines that the reviewer has still to look at; never the reviewer's own. */
    public long left(ActorId reviewer) {
        return sample.stream()
                .filter(line -> line.mark().isEmpty() && !line.isBy(reviewer))
                .count();
    }

    /** The lines that nobody marked. */
    public long unmarked() {
        return sample.stream().filter(line -> line.mark().isEmpty()).count();
    }
}
