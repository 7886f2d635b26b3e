package se.samsyn.table;

import java.time.Instant;
import se.samsyn.kernel.Wording;

/**
 * What stands behind the figures of a table; everything a reader needs to judge them.
 *
 * @param persons n, the persons counted
 * @param numerator what shares count
 * @param denominator what they are shares of
 * @param period which cases by time
 * @param selection which cases by place
 * @param missing persons without an answer who should have one
 * @param missingShare of those who should have one
 * @param source who gathered it, and how
 * @param meaning how the variable is asked and measured
 * @param method how intervals and changes are computed
 * @param asOf when the rows were read
 * @param protection what has been done so that nobody can be told
 */
public record Definition(
        Cell persons,
        Wording numerator,
        Wording denominator,
        Wording period,
        Wording selection,
        Cell missing,
        Cell missingShare,
        Wording source,
        Wording meaning,
        Wording method,
        Instant asOf,
        Wording protection) {}
