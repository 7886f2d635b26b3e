package se.samsyn.engine;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the groups that an engine answers with. */
final class TallyStore {

    private TallyStore() {}

    static Tally read(Question question, ResultSet groups) throws SQLException {
        int axes = question.axes().size();
        boolean measured = question.measured().isPresent();
        double width = question.measured().map(Measured::step).orElse(0.0);
        Tally tally = new Tally(axes);
        int[] codes = new int[axes];
        while (groups.next()) {
            if (tally.size() == Question.MOST_GROUPS) {
                throw new Engine.TooManyGroups();
            }
            for (int axis = 0; axis < axes; axis++) {
                int code = groups.getInt(axis + 1);
                codes[axis] = groups.wasNull() ? Coded.EMPTY : code;
            }
            int at = axes + 1;
            double step = Double.NaN;
            if (measured) {
                long number = groups.getLong(at++);
                step = groups.wasNull() ? Double.NaN : number * width;
            }
            long rows = groups.getLong(at);
            if (rows > 0) {
                tally.add(codes, rows, groups.getLong(at + 1), step, groups.getDouble(at + 2));
            }
        }
        return tally;
    }
}
