package se.samsyn.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.sheet.Limits;
import se.samsyn.sheet.Problem;
import se.samsyn.sheet.Reading;
import se.samsyn.sheet.Row;
import se.samsyn.sheet.Sheet;
import se.samsyn.sheet.SheetResult;
import se.samsyn.sheet.Sheets;

/**
 * Reads a codebook: a CSV or XLSX file in which each row tells one thing - of a variable, of one of its codes, or of a group that a code is
 * in. docs/kodbok.md tells its columns.
 */
final class CodebookReader {

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "variable", List.of("variabel", "variable"),
            "label", List.of("etikett", "label"),
            "kind", List.of("slag", "kind"),
            "code", List.of("kod", "code"),
            "code-label", List.of("kodetikett", "code label", "code_label"),
            "missing", List.of("saknas", "missing"),
            "parent", List.of("överordnad", "parent"),
            "grouping", List.of("indelning", "grouping"),
            "group", List.of("grupp", "group"));

    private static final Set<String> YES = Set.of("ja", "yes", "1", "x", "sant", "true");

    private final List<Mend> mends = new ArrayList<>();
    private final Map<String, VariableDraft> variables = new LinkedHashMap<>();
    private final Map<String, Integer> at = new LinkedHashMap<>();

    /** The variables in order; empty where anything must be mended. */
    List<VariableDraft> read(Path file, Reading reading) throws IOException {
        switch (Sheets.open(file, reading, Limits.USUAL)) {
            case SheetResult.Refused refused -> refused.problems().forEach(problem -> mends.add(mend(problem)));
            case SheetResult.Opened opened -> read(opened.sheet());
        }
        return mends.isEmpty() ? List.copyOf(variables.values()) : List.of();
    }

    List<Mend> mends() {
        return List.copyOf(mends);
    }

    static Mend mend(Problem problem) {
        return new Mend(
                Mend.File.CODEBOOK,
                problem.row(),
                problem.column(),
                "exchange.problem." + problem.fault().code(),
                problem.details());
    }

    private void read(Sheet sheet) {
        COLUMNS.forEach((name, words) -> words.stream()
                .flatMap(word -> sheet.find(word).stream())
                .findFirst()
                .ifPresent(column -> at.put(name, column.index())));
        if (at.containsKey("variable")) {
            sheet.forEach(this::line);
            variables.values().forEach(this::checkTree);
        } else {
            mends.add(Mend.codebook(1, "", "no-variable-column"));
        }
    }

    private String cell(Row row, String column) {
        Integer index = at.get(column);
        return index == null ? "" : row.cell(index).text();
    }

    private void line(Row row) {
        String name = cell(row, "variable");
        if (name.isEmpty()) {
            mends.add(Mend.codebook(row.number(), "variabel", "no-variable"));
            return;
        }
        VariableDraft variable = variables.computeIfAbsent(plain(name), _ -> new VariableDraft(name, row.number()));
        String code = cell(row, "code");
        if (!cell(row, "grouping").isEmpty()) {
            String group = cell(row, "group").isEmpty() ? cell(row, "code-label") : cell(row, "group");
            variable.group(cell(row, "grouping"), group.isEmpty() ? code : group, code);
        } else if (code.isEmpty()) {
            variable(row, variable);
        } else {
            code(row, variable, code);
        }
    }

    private void variable(Row row, VariableDraft variable) {
        if (!cell(row, "label").isEmpty()) {
            variable.label(cell(row, "label"));
        }
        String word = cell(row, "kind");
        if (!word.isEmpty()) {
            Optional<FieldKind> kind = FieldKind.of(word);
            kind.ifPresent(variable::kind);
            if (kind.isEmpty()) {
                mends.add(Mend.codebook(row.number(), "slag", "unknown-kind", word));
            }
        }
    }

    private void code(Row row, VariableDraft variable, String code) {
        String label = cell(row, "code-label").isEmpty() ? code : cell(row, "code-label");
        boolean missing = YES.contains(cell(row, "missing").toLowerCase(Locale.ROOT));
        if (!variable.add(new VariableDraft.CodeLine(row.number(), code, label, missing, cell(row, "parent")))) {
            mends.add(Mend.codebook(row.number(), "kod", "code-twice", code, variable.name()));
        }
    }

    /** Every parent must be a code, and nobody may be their own ancestor. */
    private void checkTree(VariableDraft variable) {
        for (VariableDraft.CodeLine code : variable.codes()) {
            Set<String> seen = new HashSet<>();
            VariableDraft.CodeLine now = code;
            while (!now.parent().isEmpty()) {
                Optional<VariableDraft.CodeLine> above = variable.code(now.parent());
                if (above.isEmpty()) {
                    mends.add(Mend.codebook(now.row(), "överordnad", "no-parent", now.parent(), variable.name()));
                    return;
                }
                if (!seen.add(now.code())) {
                    mends.add(Mend.codebook(code.row(), "överordnad", "loop", code.code(), variable.name()));
                    return;
                }
                now = above.get();
            }
        }
    }

    static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
