package se.samsyn.proof.trust;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line of the table of routes.
 *
 * @param demo whether the address is there in demo mode alone
 * @param columns who is let in, by the columns of its kind
 * @param fields what is sent along
 */
record Route(boolean demo, String method, String path, List<String> columns, List<Field> fields) {

    private static final List<String> OF_UNIT = List.of(
            "{unit}",
            "{case}",
            "{occasion}",
            "{support}",
            "{goal}",
            "{account}",
            "{upload}",
            "{theirs}",
            "{job}",
            "{due}",
            "{erasure}",
            "{handout}");
    private static final List<String> OF_CASE = List.of("{case}", "{occasion}", "{support}", "{goal}");
    private static final List<String> OF_PLACE = List.of("{place}", "{table}", "{check}");

    /** What a line names, and so how many columns it has. */
    enum Kind {
        UNIT(Where.values().length),
        PLACE(5),
        NOTHING(1);

        private final int columns;

        Kind(int columns) {
            this.columns = columns;
        }
    }

    static List<Route> table() {
        return TrustGround.resource("trust-routes.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Route::of)
                .toList();
    }

    static Route of(String line) {
        var parts = line.split("\\|", 2);
        var words = List.of(parts[0].strip().split("\\s+"));
        boolean demo = words.getFirst().equals("demo");
        int at = demo ? 1 : 0;
        var fields = parts.length == 1 || parts[1].isBlank()
                ? List.<Field>of()
                : Arrays.stream(parts[1].strip().split("\\s+")).map(Field::of).toList();
        var route = new Route(demo, words.get(at), words.get(at + 1), words.subList(at + 2, words.size()), fields);
        if (route.columns().size() != route.kind().columns) {
            throw new IllegalStateException(
                    "A line has " + route.columns().size() + " columns, not " + route.kind().columns + ": " + line);
        }
        return route;
    }

    Kind kind() {
        return names(OF_UNIT) ? Kind.UNIT : names(OF_PLACE) ? Kind.PLACE : Kind.NOTHING;
    }

    /** Whether it names something of a case, so that an open and a protected one are asked for. */
    boolean ofCase() {
        return names(OF_CASE);
    }

    boolean open() {
        return columns.getFirst().equals("open");
    }

    boolean files() {
        return fields.stream().anyMatch(field -> field.value().equals("{file}"));
    }

    /** Whether somebody is to be let in, by the column. */
    boolean admits(Who who, int column) {
        var letters = columns.get(column);
        return letters.equals("*") || letters.equals("open") || letters.indexOf(who.letter()) >= 0;
    }

    /** Method and address, without the names of what varies in it. */
    String shape() {
        return shape(method + " " + path);
    }

    static String shape(String address) {
        return address.replaceAll("\\{[^}]*}", "{}");
    }

    private boolean names(List<String> words) {
        return words.stream().anyMatch(word -> texts().anyMatch(text -> text.contains(word)));
    }

    private Stream<String> texts() {
        return Stream.concat(Stream.of(path), fields.stream().map(Field::value));
    }
}
