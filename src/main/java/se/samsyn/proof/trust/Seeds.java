package se.samsyn.proof.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** Files of every kind that is read, small and as they should be. */
final class Seeds {

    static final List<byte[]> CSV = List.of(
            Nasty.bytes("id;kön;född;öppnat\nA1;kvinna;1980;2024-01-10\nA2;man;1975;2024-02-11\n"),
            Nasty.bytes("id,sex,opened\r\n\"A,1\",\"kvi\"\"nna\",2024-01-10\r\n"),
            Nasty.bytes("id\tvärde\nA1\t1,5\nA2\t-2,25\n"),
            "id;värde\nÅ1;3\n".getBytes(StandardCharsets.ISO_8859_1),
            "id;värde\nÅ1;3\n".getBytes(StandardCharsets.UTF_16));

    static final List<byte[]> INSTRUMENT = List.of(
            Nasty.bytes(TrustGround.resource("trust-instrument.json")),
            Nasty.bytes(TrustGround.resource("housing-instrument.json")));

    static final List<byte[]> WORD =
            List.of(Nasty.bytes("1 234,56"), Nasty.bytes("2024-02-29"), Nasty.bytes("29/2 2024"), Nasty.bytes("Å-1/2"));

    static final List<byte[]> PARQUET = List.of(
            Nasty.bytes("PAR1\u0015\u0004\u0015 \u0015$L\u0015\u0004\u0015\u0000PAR1"), Nasty.bytes("PAR1PAR1"));

    static final List<byte[]> CODEBOOK = List.of(
            Nasty.bytes("variabel;slag;kod;överordnad\nort;kategori;a;\nort;;b;a\nantal;antal;;\n"),
            Nasty.bytes("variabel,slag,kod,etikett\nort,kategori,a,Ort A\n"));

    static final List<byte[]> ACCOUNTS = List.of(
            Nasty.bytes("användarnamn;namn;roll;plats;enhet;aktiv\nnytt.namn;Nytt Namn;handläggare;2080;Enheten;ja\n"),
            Nasty.bytes("username,name,role,place,active\nnew,New,analyst,20,true\n"));

    static final List<byte[]> MAP = List.of(Nasty.bytes(
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"kod\":\"2080\"},"
                    + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[15,60],[16,60],[16,61],[15,60]]]}}]}"));

    private Seeds() {}

    static List<byte[]> xlsx() {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Samsyn", "1.0")) {
            var sheet = book.newWorksheet("Blad");
            for (int row = 0; row < 4; row++) {
                sheet.value(row, 0, row == 0 ? "id" : "A" + row);
                sheet.value(row, 1, row * 1.5);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return List.of(out.toByteArray());
    }
}
