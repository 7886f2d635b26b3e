package se.samsyn.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a question in the SQL that DuckDB and Trino share. It is made of numbers and fixed words alone: columns are called {@code
 * c0, c1 ...} for codes and {@code n0, n1 ...} for numbers, the rows of other periods {@code m1, m2 ...}.
 */
final class QuestionSql {

    private final Question question;
    private final String rows;

    /**
     * Of a question.
     *
     * @param table how the engine calls the rows
     */
    QuestionSql(Question question, Function<RowsName, String> table) {
        this.question = question;
        this.rows = table.apply(question.rows());
    }

    String text() {
        List<String> keys = question.axes().stream().map(QuestionSql::axis).collect(Collectors.toList());
        String sums = "0e0";
        if (question.measured().isPresent()) {
            Measured measured = question.measured().get();
            String step = BigDecimal.valueOf(measured.step()).toPlainString();
            keys.add("cast(round(" + number(measured) + " / " + step + "e0) as bigint)");
            sums = "coalesce(sum(" + number(measured) + "), 0e0)";
        }
        String grouped = keys.isEmpty() ? "" : " group by " + ordinals(keys.size());
        String selected = keys.stream().map(key -> key + ", ").collect(Collectors.joining());
        return "select " + selected + "count(*), cast(coalesce(sum(m0.key), 0) as bigint), " + sums + " from " + from()
                + where() + grouped;
    }

    private static String ordinals(int size) {
        return IntStream.rangeClosed(1, size).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Grouped by as it stands in the rows, which is faster; null where there is no value. */
    private static String axis(Coded coded) {
        return coded.moment() == 0 ? "m0.c" + coded.column() : code(coded);
    }

    private static String code(Coded coded) {
        String value = "m" + coded.moment() + ".c" + coded.column();
        return coded.moment() == 0
                ? "coalesce(cast(" + value + " as integer), " + Coded.EMPTY + ")"
                : "case when m" + coded.moment() + ".person is null then " + Coded.ABSENT + " else coalesce(cast("
                        + value + " as integer), " + Coded.EMPTY + ") end";
    }

    private static String number(Measured measured) {
        String value = number(measured.of());
        return measured.from()
                .map(from -> "(" + value + " - " + number(from) + ")")
                .orElse(value);
    }

    private static String number(Coded of) {
        return "m" + of.moment() + ".n" + of.column();
    }

    private String from() {
        StringBuilder from = new StringBuilder(rows).append(" m0");
        for (int moment = 1; moment <= question.other().size(); moment++) {
            from.append(" left join (select * from ")
                    .append(rows)
                    .append(" where c")
                    .append(question.period())
                    .append(" = ")
                    .append(question.other().get(moment - 1).intValue())
                    .append(") m")
                    .append(moment)
                    .append(" on m")
                    .append(moment)
                    .append(".person = m0.person");
        }
        return from.toString();
    }

    private String where() {
        List<String> terms = new ArrayList<>();
        for (Condition condition : question.conditions()) {
            String codes =
                    condition.codes().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
            boolean plain = condition.of().moment() == 0 && !condition.codes().contains(Coded.EMPTY);
            String value = plain ? "m0.c" + condition.of().column() : code(condition.of());
            terms.add(value + " in (" + codes + ")");
        }
        return terms.isEmpty() ? "" : " where " + String.join(" and ", terms);
    }
}
