package se.samsyn.sheet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is in one column while the file is read through. */
final class ColumnProfile {

    private static final int LONGEST_VALUE = 60;

    private final int index;
    private final String name;
    private final Set<String> values = new LinkedHashSet<>();
    private boolean moreValues;
    private long filled;
    private long whole;
    private long comma;
    private long point;
    private long dates;

    ColumnProfile(int index, String name) {
        this.index = index;
        this.name = name;
    }

    void take(Cell cell) {
        if (cell.isEmpty()) {
            return;
        }
        filled++;
        switch (cell.kind()) {
            case DATE -> dates++;
            case TEXT, NUMBER -> takeText(cell);
            case EMPTY, FORMULA, ERROR -> {}
        }
        if (values.size() < Column.MOST_VALUES && cell.text().length() <= LONGEST_VALUE) {
            values.add(cell.text());
        } else if (!values.contains(cell.text())) {
            moreValues = true;
        }
    }

    private void takeText(Cell cell) {
        char first = cell.text().charAt(0);
        if (Character.isLetter(first)) {
            return;
        }
        if (cell.kind() == Cell.Kind.TEXT && DateForm.looksLikeDate(cell.text())) {
            dates++;
        } else if (cell.kind() == Cell.Kind.NUMBER) {
            whole++;
        } else {
            takeNumber(cell.text());
        }
    }

    private void takeNumber(String text) {
        NumberForm.mark(text)
                .ifPresentOrElse(
                        mark -> {
                            if (mark == DecimalMark.COMMA) {
                                comma++;
                            } else {
                                point++;
                            }
                        },
                        () -> whole += NumberForm.parse(text).isPresent() ? 1 : 0);
    }

    Column column() {
        return new Column(index, name, filled, whole, comma, point, dates, List.copyOf(values), moreValues);
    }
}
