package se.samsyn.table.proof;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
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

    /** As R sorts words: small letters before large ones where all else is equal. */
    private static final Comparator<String> AS_SORTED_IN_R =
            Comparator.<String, String>comparing(String::toLowerCase).thenComparing(Comparator.reverseOrder());

    static CodedRows read(Path file) throws IOException {
        try (Reader text = reader(file);
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

    private static Reader reader(Path file) throws IOException {
        return file.toString().endsWith(".gz")
                ? new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)
                : Files.newBufferedReader(file);
    }

    List<String> column(String variable) {
        int at = variables.indexOf(variable);
        if (at < 0) {
            throw new IllegalArgumentException("There is no column " + variable);
        }
        return rows.stream().map(row -> row.get(at)).toList();
    }

    /** The names of columns that are given by name or by position, from 1. */
    List<String> named(Collection<String> columns) {
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

    /** The rows that are there, each once, and after them every other combination of codes; variables that nest go together. */
    CodedRows extended() {
        var all = new LinkedHashSet<>(rows);
        List<Map<Integer, String>> combinations = List.of(Map.of());
        for (var family : families()) {
            var more = new ArrayList<Map<Integer, String>>();
            for (var codes : new LinkedHashSet<>(only(family).rows)) {
                for (var combination : combinations) {
                    var wider = new TreeMap<>(combination);
                    family.forEach(each -> wider.put(variables.indexOf(each), codes.get(family.indexOf(each))));
                    more.add(wider);
                }
            }
            combinations = more;
        }
        combinations.forEach(each -> all.add(List.copyOf(new TreeMap<>(each).values())));
        return new CodedRows(variables, List.copyOf(all));
    }

    /** The full crossing of the variables, those that nest in one axis: the total, and all codes of all its variables. */
    CrossTables crossed() {
        return crossed(CrossTables.Unoccupied.SHOWN);
    }

    /** The full crossing, with or without combinations that do not occur. */
    CrossTables crossed(CrossTables.Unoccupied unoccupied) {
        var tables = new CrossTables(variables);
        rows.forEach(tables::innerCell);
        tables.table(families().stream().map(this::axis).toList(), unoccupied);
        return tables;
    }

    /** The tables of a formula, combinations that do not occur left out. */
    CrossTables crossed(String formula) {
        var tables = new CrossTables(variables);
        rows.forEach(tables::innerCell);
        for (var term : RFormula.terms(formula)) {
            var axes = term.stream()
                    .map(variable -> new Axis(variable, groups(variable, variable)))
                    .toList();
            tables.table(axes, CrossTables.Unoccupied.LEFT_OUT);
        }
        return tables;
    }

    /** The variables that are above no other, each followed by those above it, the widest last. */
    private List<List<String>> families() {
        var families = new ArrayList<List<String>>();
        for (String finest : variables) {
            if (variables.stream().noneMatch(other -> above(finest, other))) {
                var family = new ArrayList<String>();
                family.add(finest);
                variables.stream().filter(other -> above(other, finest)).forEach(family::add);
                family.sort(Comparator.comparingInt(each -> -codes(each)));
                families.add(family);
            }
        }
        return families;
    }

    private Axis axis(List<String> family) {
        String finest = family.getFirst();
        var wider = new ArrayList<Axis.Group>();
        wider.add(new Axis.Group(Axis.TOTAL, Set.copyOf(column(finest))));
        boolean chain = true;
        for (int k = family.size() - 1; k > 0; k--) {
            wider.addAll(groups(finest, family.get(k)));
            chain &= k == 1 || above(family.get(k), family.get(k - 1));
        }
        if (!chain) {
            wider.sort(Comparator.comparing(Axis.Group::name, AS_SORTED_IN_R));
        }
        wider.addAll(groups(finest, finest));
        return new Axis(finest, wider);
    }

    private int codes(String variable) {
        return new HashSet<>(column(variable)).size();
    }

    /** Whether every code of the finer, which has more of them or stands first, goes with one code of the wider. */
    private boolean above(String wider, String finer) {
        if (wider.equals(finer)) {
            return false;
        }
        int pairs = new HashSet<>(only(List.of(wider, finer)).rows).size();
        int more = codes(finer) - codes(wider);
        return pairs == codes(finer)
                && (more > 0 || (more == 0 && variables.indexOf(finer) < variables.indexOf(wider)));
    }

    /** The codes of a variable, sorted, as groups of the codes of a finer one. */
    private List<Axis.Group> groups(String finest, String variable) {
        Map<String, Set<String>> codes = new LinkedHashMap<>();
        var names = column(variable);
        var finer = column(finest);
        for (int k = 0; k < rows.size(); k++) {
            codes.computeIfAbsent(names.get(k), name -> new HashSet<>()).add(finer.get(k));
        }
        return codes.entrySet().stream()
                .map(group -> new Axis.Group(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(Axis.Group::name, AS_SORTED_IN_R))
                .toList();
    }
}
