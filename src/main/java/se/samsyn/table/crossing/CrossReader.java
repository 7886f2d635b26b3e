package se.samsyn.table.crossing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.Wording;
import se.samsyn.table.Cell;
import se.samsyn.table.CrossQuestion;
import se.samsyn.table.CrossReading;
import se.samsyn.table.disclosure.NoiseLaw;
import se.samsyn.web.Texts;

/** Answers crossings cell by cell. */
@Component
class CrossReader implements CrossReading {

    private final Crossings crossings;
    private final Texts texts;

    CrossReader(Crossings crossings, Texts texts) {
        this.crossings = crossings;
        this.texts = texts;
    }

    @Override
    public boolean isClosed(String set) {
        try {
            return crossings.isClosed(new InstrumentKey(set));
        } catch (IllegalArgumentException _) {
            return false; // no data set has such a name
        }
    }

    @Override
    public Answer read(CrossQuestion question) {
        try {
            Crosstab table = crossings.print(Crossing.of(
                    question.set(),
                    question.rows(),
                    question.columns(),
                    question.layers(),
                    question.show(),
                    question.number(),
                    question.filter()));
            return new Lines(lines(table), NoiseLaw.standard().variance(), table.asOf());
        } catch (CrossingFault fault) {
            Wording why = texts.of(fault.message(), fault.arguments());
            return new Unanswered(why);
        }
    }

    private static List<Line> lines(Crosstab table) {
        List<Line> lines = new ArrayList<>();
        for (List<Integer> layer : table.layers()) {
            for (List<Integer> row : table.rows()) {
                for (List<Integer> column : table.columns()) {
                    List<Integer> whole = new ArrayList<>(row);
                    whole.addAll(column);
                    whole.addAll(layer);
                    lines.add(line(table, whole, table.cell(row, column, layer)));
                }
            }
        }
        return lines;
    }

    private static Line line(Crosstab table, List<Integer> at, Cell cell) {
        List<String> keys = new ArrayList<>();
        Known known = Known.YES;
        for (int axis = 0; axis < at.size(); axis++) {
            int category = at.get(axis);
            keys.add(category < 0 ? "" : table.key(axis, category));
            known = table.isMissing(axis, category) ? Known.NO : known;
        }
        return new Line(keys, known, cell);
    }
}
