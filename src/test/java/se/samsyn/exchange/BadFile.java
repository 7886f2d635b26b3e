package se.samsyn.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import se.samsyn.sheet.SheetExamples;

/**
 * A file that must not be let in, and what must be said of it.
 *
 * @param content made anew each time, since one of them is large
 * @param kind how cases are named in it
 * @param said row, column, problem and remedy; row and column are blank for the file as a whole
 */
record BadFile(String name, Content content, CaseColumn.Kind kind, List<String> said) {

    private static final String DECIMALS = "decimalkomma blandat med punkt";
    private static final int LARGE = 200 << 20;
    private static final String FIRST = "a;man;2024-01-10;2024-01-10;1\n";

    /** Makes the file. */
    interface Content {
        byte[] make(Path folder) throws IOException;
    }

    @Override
    public String toString() {
        return name;
    }

    /** The mapping that the file should have fitted. */
    Mapping mapping(ImportPlace place) {
        String json = ImportPlace.MAPPING.replace(
                "local-id", kind == CaseColumn.Kind.LOCAL_ID ? "local-id" : "personal-number");
        String wellbeing = "{\"column\": \"mående\", \"variable\": \"maende\"}, ";
        return MappingJson.read(
                        name.equals(DECIMALS) ? json.replace("\"variables\": [", "\"variables\": [" + wellbeing) : json)
                .with(Trait.UNIT, Origin.constant(place.unit().id().toString()));
    }

    private static String decimals(String id, String value) {
        return id + ";man;2024-01-10;2024-01-10;1;" + value + "\n";
    }

    static Stream<BadFile> all() {
        return Stream.of(
                rows(
                        "okänd kod",
                        "b;man;2024-01-10;2024-01-10;hus\n",
                        "3",
                        "status",
                        "”hus” går inte att tolka",
                        "Ge koden en betydelse"),
                rows(
                        "uppföljning före öppnandet",
                        "b;man;2024-02-10;2024-01-10;1\n",
                        "3",
                        "datum",
                        "ligger före öppnandet 2024-02-10",
                        "Rätta"),
                rows(
                        "framtida dag",
                        "b;man;2024-01-10;2199-01-10;1\n",
                        "3",
                        "datum",
                        "2199-01-10 har inte inträffat",
                        "Rätta datumet"),
                rows(
                        "30 februari",
                        "b;man;2024-02-30;2024-03-10;1\n",
                        "3",
                        "öppnat",
                        "Dagen 2024-02-30 finns inte",
                        "Rätta datumet"),
                rows(
                        "samma tillfälle två gånger",
                        FIRST,
                        "3",
                        "datum",
                        "Samma tillfälle finns redan på rad 2",
                        "Ta bort den ena raden"),
                text(
                        "saknad kolumn",
                        "id;kön;öppnat;datum\na;man;2024-01-10;2024-01-10\n",
                        "1",
                        "status",
                        "”status” finns inte i filen",
                        "ändra kopplingen"),
                text(
                        DECIMALS,
                        "id;kön;öppnat;datum;status;mående\n" + decimals("a", "7,0") + decimals("b", "8,0")
                                + decimals("c", "7.0"),
                        "4",
                        "mående",
                        "annat decimaltecken än resten av kolumnen",
                        "Använd samma decimaltecken"),
                new BadFile(
                        "fel kontrollsiffra",
                        _ -> utf8(ImportPlace.HEADER + "19121212-1213;man;2024-01-10;2024-01-10;1\n"),
                        CaseColumn.Kind.PERSONAL_NUMBER,
                        List.of("2", "id", "kontrollsiffra stämmer inte", "Kontrollera numret")),
                file("fel teckenkodning", _ -> twiceEncoded(), "1", "B", "Å, ä och ö har blivit fel", "Välj UTF-8"),
                file("tom fil", _ -> new byte[0], "", "", "Filen är tom", "Kontrollera att du valde rätt fil"),
                file("200 MB", _ -> new byte[LARGE], "", "", "gränsen, som är 50 MB", "Dela upp filen"),
                file(
                        "zip som heter xlsx",
                        folder -> Files.readAllBytes(SheetExamples.zip(folder, Map.of("brev.txt", "hej"))),
                        "",
                        "",
                        "zip-arkiv men ingen arbetsbok",
                        "Packa upp"),
                file(
                        "formel i en cell",
                        folder -> Files.readAllBytes(SheetExamples.workbook(folder, BadFile::formula)),
                        "2",
                        "status",
                        "innehåller en formel",
                        "Klistra in som värden"));
    }

    private static void formula(Worksheet sheet) {
        String[] cells = (ImportPlace.HEADER + FIRST).split("[;\n]");
        for (int i = 0; i < 10; i++) {
            sheet.value(i / 5, i % 5, cells[i]);
        }
        sheet.formula(1, 4, "1+0");
    }

    private static BadFile rows(String name, String rows, String... said) {
        return text(name, ImportPlace.HEADER + FIRST + rows, said);
    }

    private static BadFile text(String name, String text, String... said) {
        return file(name, _ -> utf8(text), said);
    }

    private static BadFile file(String name, Content content, String... said) {
        return new BadFile(name, content, CaseColumn.Kind.LOCAL_ID, List.of(said));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] twiceEncoded() {
        return utf8(new String(utf8(ImportPlace.HEADER + FIRST), Charset.forName("windows-1252")));
    }
}
