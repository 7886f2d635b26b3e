package se.samsyn.table;

import java.util.function.IntToDoubleFunction;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Range;
import se.samsyn.table.source.Variable;
import se.samsyn.table.source.Wave;

/**
 * Numbers of persons.
 *
 * @param key tells them from others of the same data set
 * @param range within which all of them lie, whoever is asked of
 * @param of the number of a row; asked for only of rows that have one
 */
record Values(String key, Measure measure, Range range, IntToDoubleFunction of) {

    /** A variable at a wave. */
    static Values at(Dataset data, Variable variable, Wave wave) {
        return new Values(
                variable.key() + "@" + wave,
                Measure.VALUE,
                data.range(variable),
                row -> data.number(row, variable, wave));
    }

    /** The latest less that before. */
    static Values changes(Dataset data, Variable variable) {
        return new Values(
                variable.key() + "@change",
                Measure.CHANGE,
                data.range(variable).ofDifferences(),
                row -> CourseTopics.difference(data, row, variable));
    }
}
