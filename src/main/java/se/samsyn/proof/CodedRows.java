package se.samsyn.proof;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import se.samsyn.table.disclosure.Axis;
import se.samsyn.table.disclosure.CrossTables;

/**
 * Rows of codes and numbers, as the inputs of the reference results are.
 *
 * @param variables the names of the columns
 * @param rows a text for each column
 */
record CodedRows(List<String> variables, List<List<String>> rows) {

    static CodedRows read(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file);
                var csv = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(text)) {
            return new CodedRows(
                    csv.getHeaderNames(), csv.stream().map(CSVRecord::toList).toList());
        }
    }

    List<String> column(String variable) {
        int at = variables.indexOf(variable);
        if (at < 0) {
            throw new IllegalArgumentException("There is no column " + variable);
        }
        return rows.stream().map(row -> row.get(at)).toList();
    }

    /** The names of columns that are given by name or by position, from 1. */
    List<String> named(List<String> columns) {
        return columns.stream()
                .map(column -> column.matches("\\d+") ? variables.get(Integer.parseInt(column) - 1) : column)
                .toList();
    }

    /** The same rows with these columns alone. */
    CodedRows only(List<String> columns) {
        var picked = columns.stream().map(variables::indexOf).toList();
        return new CodedRows(
                columns,
                rows.stream().map(row -> picked.stream().map(row::get).toList()).toList());
    }

    /** The full crossing of the variables, those that nest in one axis: the total, and all codes of all its variables. */
    CrossTables crossed(List<String> by) {
        var coded = only(by);
        var tables = new CrossTables(by);
        coded.rows.forEach(tables::innerCell);
        tables.table(coded.axes(), CrossTables.Unoccupied.SHOWN);
        return tables;
    }

    /** The tables of a formula, combinations that do not occur left out. */
    CrossTables crossed(String formula) {
        var terms = RFormula.terms(formula);
        var by = new ArrayList<>(
                new TreeSet<>(terms.stream().flatMap(List::stream).toList()));
        var coded = only(by);
        var tables = new CrossTables(by);
        coded.rows.forEach(tables::innerCell);
        for (var term : terms) {
            var axes = term.stream()
                    .map(variable -> new Axis(variable, coded.groups(variable, variable)))
                    .toList();
            tables.table(axes, CrossTables.Unoccupied.LEFT_OUT);
        }
        return tables;
    }

    /** An axis for each variable that is above no other: its own codes, and those of all variables above it. */
    private List<Axis> axes() {
        var axes = new ArrayList<Axis>();
        for (int k = 0; k < variables.size(); k++) {
            String finest = variables.get(k);
            int position = k;
            boolean aboveNone = variables.stream()
                    .noneMatch(other -> !other.equals(finest)
                            && above(finest, other)
                            && (!above(other, finest) || variables.indexOf(other) < position));
            if (aboveNone) {
                var groups = new ArrayList<Axis.Group>();
                groups.add(new Axis.Group(Axis.TOTAL, Set.copyOf(column(finest))));
                variables.stream()
                        .filter(other -> other.equals(finest) || above(other, finest))
                        .forEach(other -> groups.addAll(groups(finest, other)));
                axes.add(new Axis(finest, groups));
            }
        }
        return axes;
    }

    /** Whether every code of the finer goes with one code of the wider. */
    private boolean above(String wider, String finer) {
        var widerOf = new HashMap<String, String>();
        var widerCodes = column(wider);
        var finerCodes = column(finer);
        for (int k = 0; k < rows.size(); k++) {
            String known = widerOf.putIfAbsent(finerCodes.get(k), widerCodes.get(k));
            if (known != null && !known.equals(widerCodes.get(k))) {
                return false;
            }
        }
        return true;
    }

    /** The codes of a variable as groups of the codes of a finer one. */
    private List<Axis.Group> groups(String finest, String variable) {
        Map<String, Set<String>> codes = new LinkedHashMap<>();
        var names = column(variable);
        var finer = column(finest);
        for (int k = 0; k < rows.size(); k++) {
            codes.computeIfAbsent(names.get(k), name -> new HashSet<>()).add(finer.get(k));
        }
        return codes.entrySet().stream()
                .map(group -> new Axis.Group(group.getKey(), group.getValue()))
                .toList();
    }
}
