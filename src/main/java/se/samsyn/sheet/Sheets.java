package se.samsyn.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The door to files: tells what a file is, reads it through once, and answers with a sheet or with what to mend. */
public final class Sheets {

    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final int HEAD = 256;
    private static final List<String> PAGES = List.of("<!doctypehtml", "<html", "<?xml", "<svg", "<script", "{\\rtf");

    private static final Seen NOTHING =
            new Seen(Format.CSV, Optional.empty(), Optional.empty(), Optional.empty(), "", List.of(), 0);

    private Sheets() {}

    /**
     * Opens a file.
     *
     * @throws IOException if the disk fails or the file is not there; whatever the file holds is answered by the result
     */
    public static SheetResult open(Path file, Reading reading, Limits limits) throws IOException {
        long size = Files.size(file);
        if (size > limits.bytes()) {
            return refused(Problem.ofFile(SheetFault.TOO_LARGE, megabytes(size), megabytes(limits.bytes())));
        }
        if (size == 0) {
            return refused(Problem.ofFile(SheetFault.EMPTY_FILE));
        }
        try {
            return inspect(file, reading, limits);
        } catch (Refusal refusal) {
            return refused(refusal.problem());
        }
    }

    private static SheetResult inspect(Path file, Reading reading, Limits limits) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        }
        if (starts(head, OLE2)) {
            throw new Refusal(Problem.ofFile(SheetFault.OLD_OR_LOCKED_WORKBOOK));
        }
        if (starts(head, PDF) || isPage(file)) {
            throw new Refusal(Problem.ofFile(SheetFault.NOT_TEXT));
        }
        if (starts(head, ZIP)) {
            WorkbookGuard.check(file, limits);
            var rows = XlsxRows.of(file, reading);
            return inspect(rows, rows.seen(), reading, limits);
        }
        var rows = CsvRows.of(file, reading);
        return inspect(rows, rows.seen(), reading, limits);
    }

    private static SheetResult inspect(RowSource rows, Seen seen, Reading reading, Limits limits) {
        var inspection = new Inspection(reading, limits, seen.format());
        try {
            rows.read(inspection);
        } catch (Refusal refusal) {
            return new SheetResult.Refused(seen, List.of(refusal.problem()), 0);
        }
        return inspection.result(seen, rows);
    }

    /** A web page or other document of tags, which some systems give out under the name of a table. */
    private static boolean isPage(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1)
                    .replaceAll("[^\\x21-\\x7e]", "")
                    .toLowerCase(Locale.ROOT);
            return PAGES.stream().anyMatch(head::startsWith);
        }
    }

    private static boolean starts(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    private static SheetResult refused(Problem problem) {
        return new SheetResult.Refused(NOTHING, List.of(problem), 0);
    }

    private static String megabytes(long bytes) {
        return String.valueOf(Math.max(1, bytes >> 20));
    }
}
