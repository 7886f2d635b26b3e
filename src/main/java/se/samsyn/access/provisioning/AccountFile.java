package se.samsyn.access.provisioning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.samsyn.sheet.Limits;
import se.samsyn.sheet.Problem;
import se.samsyn.sheet.Reading;
import se.samsyn.sheet.Row;
import se.samsyn.sheet.Sheet;
import se.samsyn.sheet.SheetResult;
import se.samsyn.sheet.Sheets;

/**
 * A file with accounts, read but not yet held against anything.
 *
 * @param problems that stop it; then there are no rows
 * @param hasUnknown columns that are not used, such as those of the system the file comes from, by name
 */
record AccountFile(List<SyncRow> rows, List<Problem> problems, List<String> hasUnknown) {

    /** One megabyte and 5 000 rows are more than any municipality has. */
    static final Limits LIMITS = new Limits(1L << 20, 5_000, 50, 20L << 20, 200);

    AccountFile {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
        hasUnknown = List.copyOf(hasUnknown);
    }

    /** Reads the bytes of a file by way of one that is gone afterwards. */
    static AccountFile read(byte[] bytes) throws IOException {
        var file = Files.createTempFile("konton", ".csv");
        try {
            Files.write(file, bytes);
            return read(file);
        } finally {
            Files.delete(file);
        }
    }

    private static AccountFile read(Path file) throws IOException {
        return switch (Sheets.open(file, Reading.DETECTED, LIMITS)) {
            case SheetResult.Refused no -> new AccountFile(List.of(), no.problems(), List.of());
            case SheetResult.Opened opened -> of(opened.sheet());
        };
    }

    private static AccountFile of(Sheet sheet) {
        var at = new EnumMap<SyncColumn, Integer>(SyncColumn.class);
        for (var column : SyncColumn.values()) {
            column.in(sheet).ifPresent(index -> at.put(column, index));
        }
        var missing = SyncColumn.NEEDED.stream()
                .filter(column -> !at.containsKey(column))
                .map(column -> Problem.ofCell(SyncFault.NO_COLUMN, sheet.seen().headerRow(), column.swedish()))
                .toList();
        if (!missing.isEmpty()) {
            return new AccountFile(List.of(), missing, List.of());
        }
        var rows = new ArrayList<SyncRow>();
        sheet.forEach(row -> rows.add(row(row, at)));
        var unknown = new ArrayList<String>();
        for (int i = 0; i < sheet.columns().size(); i++) {
            if (!at.containsValue(i)) {
                unknown.add(sheet.columns().get(i).name());
            }
        }
        return new AccountFile(rows, List.of(), unknown);
    }

    private static SyncRow row(Row row, Map<SyncColumn, Integer> at) {
        var fields = new EnumMap<SyncColumn, String>(SyncColumn.class);
        at.forEach((column, index) -> fields.put(column, row.cell(index).text()));
        return new SyncRow(row.number(), fields);
    }
}
