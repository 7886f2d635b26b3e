package se.samsyn.table;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a protected table as plain text, in Swedish. */
final class TablePrint {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private TablePrint() {}

    static void print(ProtectedTable table, PrintWriter out) {
        out.println(table.title().in(SWEDISH));
        List<List<String>> lines = lines(table);
        int columns = table.columns().size() + 1;
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], line.get(c).length());
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                String format = c == 0 ? "%-" + widths[c] + "s" : "  %" + Math.max(1, widths[c]) + "s";
                text.append(String.format(SWEDISH, format, line.get(c)));
            }
            out.println(text.toString().stripTrailing());
        }
        Definition definition = table.definition();
        out.println("n = " + text(definition.persons()) + ", saknar svar " + text(definition.missing()) + ". "
                + definition.denominator().in(SWEDISH));
        out.println(definition.source().in(SWEDISH) + ". " + definition.method().in(SWEDISH));
        out.println("·· " + definition.hidden().in(SWEDISH));
        out.flush();
    }

    private static List<List<String>> lines(ProtectedTable table) {
        List<List<String>> lines = new ArrayList<>();
        List<String> groups = new ArrayList<>(List.of(""));
        List<String> headings = new ArrayList<>(List.of(""));
        for (Column column : table.columns()) {
            groups.add(column.group().in(SWEDISH));
            headings.add(column.heading().in(SWEDISH));
        }
        lines.add(groups);
        lines.add(headings);
        for (int r = 0; r < table.rows().size(); r++) {
            List<String> line = new ArrayList<>();
            line.add(table.rows().get(r).label().in(SWEDISH));
            for (int c = 0; c < table.columns().size(); c++) {
                line.add(text(table.cell(r, c)));
            }
            lines.add(line);
        }
        return lines;
    }

    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Shown shown ->
                switch (shown.measure()) {
                    case COUNT -> String.format(SWEDISH, "%,.0f", shown.value());
                    case SHARE -> String.format(SWEDISH, "%.1f %%", 100 * shown.value());
                    case VALUE -> String.format(SWEDISH, "%.2f", shown.value());
                    case CHANGE -> String.format(SWEDISH, "%+.2f", shown.value());
                };
            case Cell.Hidden _ -> "··";
            case Cell.Missing _ -> "saknas";
            case Cell.NotApplicable _ -> "–";
        };
    }
}
