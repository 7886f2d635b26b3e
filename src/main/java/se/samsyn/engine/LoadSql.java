package se.samsyn.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the SQL of a load. The file's columns are called by position, {@code f0, f1 ...}; names and codes appear as quoted texts alone. */
final class LoadSql {

    /** What an unknown code becomes until it is found. */
    private static final int UNKNOWN = 65_535;

    private static final String DAY_LIKE =
            "(18|19|20)?\\d?\\d(0[1-9]|1[0-2])([06][1-9]|[1278]\\d|3[01]|9[01])\\d{4}(\\.0*)?";

    private static final int LISTED = 20;
    private static final int MOST_TIMES = 1_000_000;

    /** What is looked for in a column: rows where something is wrong. */
    record Check(Load.Fault fault, int source, String afterwards, String inFile) {}

    private final Load load;
    private final RowsName name;
    private final KeySecret secret;

    LoadSql(Load load, RowsName name, KeySecret secret) {
        this.load = load;
        this.name = name;
        this.secret = secret;
    }

    /**
     * The file as a source of texts, {@code f0} and on; blank cells are null.
     *
     * @param inOrder whether rows must come in the file's order, which takes longer
     */
    static String source(Path file, Load.Look look, boolean inOrder) {
        int width = look.header().size();
        if (look.format() == Load.Format.PARQUET) {
            String columns = IntStream.range(0, width)
                    .mapToObj(i -> "nullif(cast(\"" + look.header().get(i).replace("\"", "\"\"")
                            + "\" as varchar), '') as f" + i)
                    .collect(Collectors.joining(", "));
            return "(select " + columns + " from read_parquet(" + DuckDbStore.text(file.toString()) + "))";
        }
        String columns = IntStream.range(0, width)
                .mapToObj(i -> "'f" + i + "': 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        return "read_csv(" + DuckDbStore.text(file.toString()) + ", auto_detect = false, header = true, columns = "
                + columns + ", delim = " + DuckDbStore.text(look.delimiter())
                + ", quote = '\"', escape = '\"', nullstr = '', encoding = " + DuckDbStore.text(look.encoding())
                + ", store_rejects = true, rejects_limit = 1000" + (inOrder ? ", parallel = false" : "") + ")";
    }

    /** A text as a number, null where it is none. */
    static String number(String text, boolean comma) {
        String plain = "replace(replace(" + text + ", ' ', ''), '\u00A0', '')";
        return "try_cast(" + (comma ? "replace(" + plain + ", ',', '.')" : plain) + " as double)";
    }

    /** The share of the different values that are a day and four digits more; a day may be of a coordination number, and a number's leading zero lost. */
    static String dayLike(int column, String source) {
        String values = "approx_count_distinct(f" + column + ")";
        String text = "replace(replace(replace(f" + column + ", ' ', ''), '\u00A0', ''), ',', '.')";
        return "select " + values + " filter (regexp_full_match(" + text + ", '" + DAY_LIKE + "')) / " + values
                + " from " + source;
    }

    private String type(int part) {
        return "e_" + name + "_" + part;
    }

    /** A type of codes for each coded part; they are known by position then. */
    List<String> types() {
        List<String> types = new ArrayList<>();
        for (int part = 0; part < load.parts().size(); part++) {
            if (load.parts().get(part) instanceof Load.Codes codes) {
                types.add("create type " + type(part) + " as enum ("
                        + codes.codes().stream().map(DuckDbStore::text).collect(Collectors.joining(", ")) + ")");
            }
        }
        return types;
    }

    List<String> dropTypes() {
        return IntStream.range(0, load.parts().size())
                .filter(part -> load.parts().get(part) instanceof Load.Codes)
                .mapToObj(part -> "drop type if exists " + type(part))
                .toList();
    }

    String copy(Path draft) {
        String columns =
                IntStream.range(0, load.parts().size()).mapToObj(this::column).collect(Collectors.joining(", "));
        String extra = load.times().isPresent() ? ", " + timesIsBad() + " as bad_times" : "";
        return "copy (select " + KeySecret.columns("h") + ", " + columns + extra + " from (select " + secret.sql("p")
                + " as h, * from (" + persons() + "))) to " + DuckDbStore.text(draft.toString())
                + " (format parquet, compression snappy, row_group_size 122880)";
    }

    /** The source with a text that tells persons apart; rows that stand for several are there as many times, and once where that number is wrong, so that it is seen. */
    private String persons() {
        boolean named = load.person().isPresent();
        String source = source(load.file(), load.look(), !named);
        String person =
                named ? "coalesce(f" + load.person().getAsInt() + ", '')" : "cast(row_number() over () as varchar)";
        if (load.times().isEmpty()) {
            return "select " + person + " as p, * from " + source;
        }
        String times = number("f" + load.times().getAsInt(), false);
        return "select p || '/' || k as p, * exclude (p, k) from (select " + person + " as p, * from " + source
                + ") s, lateral (select unnest(range(case when " + timesIsBad() + " then 1 else try_cast(" + times
                + " as bigint) end)) as k)";
    }

    private String timesIsBad() {
        String times = number("f" + load.times().getAsInt(), false);
        return "coalesce(" + times + " < 0 or " + times + " > " + MOST_TIMES + " or " + times + " <> round(" + times
                + "), true)";
    }

    private String column(int part) {
        return switch (load.parts().get(part)) {
            case Load.Codes codes -> {
                String text = "f" + codes.source();
                String width = codes.codes().size() < 250 ? "utinyint" : "usmallint";
                int unknown = codes.codes().size() < 250 ? 255 : UNKNOWN;
                yield "cast(case when " + text + " is null then null else coalesce(cast(enum_code(try_cast(" + text
                        + " as " + type(part) + ")) as usmallint), " + unknown + ") end as " + width + ") as c" + part;
            }
            case Load.Numbers numbers ->
                "case when " + absent(numbers) + " then null else coalesce(" + value(numbers) + ", 'nan') end as n"
                        + part;
        };
    }

    private static String value(Load.Numbers numbers) {
        return number("f" + numbers.source(), numbers.comma());
    }

    private static String absent(Load.Numbers numbers) {
        String text = "f" + numbers.source();
        return text + " is null"
                + (numbers.missing().isEmpty() ? "" : " or " + text + " in (" + texts(numbers.missing()) + ")");
    }

    private static String texts(Set<String> some) {
        return some.stream().sorted().map(DuckDbStore::text).collect(Collectors.joining(", "));
    }

    /** Of an aggregate: over the rows whose text in a column is none of some. */
    static String besides(int column, Set<String> some) {
        return some.isEmpty() ? "" : " filter (f" + column + " not in (" + texts(some) + "))";
    }

    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        load.person()
                .ifPresent(person ->
                        checks.add(new Check(Load.Fault.NO_PERSON, person, "key is null", "f" + person + " is null")));
        load.times().ifPresent(times -> checks.add(new Check(Load.Fault.BAD_TIMES, times, "bad_times", timesIsBad())));
        for (int part = 0; part < load.parts().size(); part++) {
            addChecks(part, checks);
        }
        return checks;
    }

    private void addChecks(int part, List<Check> checks) {
        switch (load.parts().get(part)) {
            case Load.Codes codes -> {
                int unknown = codes.codes().size() < 250 ? 255 : UNKNOWN;
                String text = "f" + codes.source();
                checks.add(new Check(
                        Load.Fault.UNKNOWN_CODE,
                        codes.source(),
                        "c" + part + " = " + unknown,
                        text + " is not null and try_cast(" + text + " as " + type(part) + ") is null"));
            }
            case Load.Numbers numbers -> {
                String there = "not (" + absent(numbers) + ")";
                checks.add(new Check(
                        Load.Fault.NOT_A_NUMBER,
                        numbers.source(),
                        "isnan(n" + part + ") or isinf(n" + part + ")",
                        there + " and coalesce(not isfinite(" + value(numbers) + "), true)"));
                if (!numbers.negative()) {
                    checks.add(new Check(
                            Load.Fault.NEGATIVE,
                            numbers.source(),
                            "n" + part + " < 0",
                            there + " and " + value(numbers) + " < 0"));
                }
            }
        }
    }

    /** How many rows there are, and how many have each fault. */
    String counts(Path draft) {
        String wrong = checks().stream()
                .map(check -> check.fault() == Load.Fault.NO_PERSON
                        ? "(select count(*) from " + source(load.file(), load.look(), false) + " where "
                                + check.inFile() + ")"
                        : "count(*) filter (" + check.afterwards() + ")")
                .map(sum -> ", " + sum)
                .collect(Collectors.joining());
        return "select count(*)" + wrong + " from read_parquet(" + DuckDbStore.text(draft.toString()) + ")";
    }

    /** The values with a fault, the first row of each and how many rows. */
    String where(Check check) {
        return "select v, min(r), count(*) from (select f" + check.source()
                + " as v, row_number() over () + 1 as r, * from " + source(load.file(), load.look(), true) + ") where "
                + check.inFile() + " group by 1 order by 2 limit " + LISTED;
    }

    /** How many persons have more than one row of a period. */
    String twice(Path draft) {
        return "select count(*) from (select 1 from read_parquet(" + DuckDbStore.text(draft.toString())
                + ") group by person"
                + (load.period().isPresent() ? ", c" + load.period().getAsInt() : "")
                + " having count(*) > 1)";
    }

    /** The first row that repeats a person's period. */
    String firstTwice() {
        String person = "f" + load.person().orElseThrow();
        String period = load.period().isPresent()
                ? ", f" + load.parts().get(load.period().getAsInt()).source()
                : "";
        return "select min(r) from (select row_number() over (partition by " + person + period
                + " order by r) as k, r from (select row_number() over () + 1 as r, * from "
                + source(load.file(), load.look(), true) + ")) where k = 2";
    }
}
