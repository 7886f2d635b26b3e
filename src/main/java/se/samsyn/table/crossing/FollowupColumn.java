package se.samsyn.table.crossing;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import se.samsyn.engine.Coded;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Codebook;

/** A column of followed cases: its field, and how a case's cell is read. */
record FollowupColumn(Codebook.Field field, IntUnaryOperator code, IntToDoubleFunction number) {

    static FollowupColumn codes(
            String key,
            Wording label,
            Optional<Wording> about,
            List<Codebook.Code> codes,
            List<Codebook.Grouping> groupings,
            IntUnaryOperator code) {
        Codebook.Field field = new Codebook.Field(key, label, about, new Codebook.Codes(codes, groupings));
        return new FollowupColumn(field, code, _ -> Double.NaN);
    }

    static FollowupColumn number(
            String key, Wording label, Optional<Wording> about, Codebook.Numbers numbers, IntToDoubleFunction number) {
        return new FollowupColumn(new Codebook.Field(key, label, about, numbers), _ -> Coded.EMPTY, number);
    }
}
