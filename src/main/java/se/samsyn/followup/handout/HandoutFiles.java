package se.samsyn.followup.handout;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import se.samsyn.sheet.SafeText;

/** Writes what is handed out as CSV and XLSX; the marks stand first in the one, and on a sheet of their own in the other. */
@Component
public final class HandoutFiles {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final AnswerWords words;

    HandoutFiles(AnswerWords words) {
        this.words = words;
    }

    /** CSV for Swedish Excel: byte order mark and semicolons; the marks, an empty row, the columns and the rows. */
    public String csv(HandoutFile file) {
        var csv = new StringBuilder("\uFEFF");
        file.marks().forEach(mark -> line(csv, mark));
        csv.append("\r\n");
        line(csv, file.head());
        file.rows().forEach(row -> line(csv, row));
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<String> fields) {
        csv.append(String.join(";", fields.stream().map(SafeText::field).toList()))
                .append("\r\n");
    }

    /** A workbook with the rows on one sheet and the marks on another. */
    public void xlsx(HandoutFile file, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Samsyn", "1.0")) {
            var sheet = workbook.newWorksheet(words.say("followup.handout.sheet", SWEDISH));
            row(sheet, 0, file.head());
            for (int r = 0; r < file.rows().size(); r++) {
                row(sheet, r + 1, file.rows().get(r));
            }
            var about = workbook.newWorksheet(words.say("followup.handout.sheet.about", SWEDISH));
            for (int r = 0; r < file.marks().size(); r++) {
                row(about, r, file.marks().get(r));
            }
        }
    }

    private static void row(Worksheet sheet, int row, List<String> fields) {
        for (int c = 0; c < fields.size(); c++) {
            sheet.value(row, c, SafeText.neutral(fields.get(c)));
        }
    }
}
