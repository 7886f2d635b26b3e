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

    static final List<byte[]> JSON_STAT = List.of(Nasty.bytes("""
            {"version":"2.0","class":"dataset","label":"Folkmängd","source":"Prov","updated":"2024-01-01",
             "id":["kön","år"],"size":[2,2],"role":{"time":["år"]},
             "dimension":{"kön":{"label":"kön","category":{"index":{"1":0,"2":1},"label":{"1":"män","2":"kvinnor"}}},
                          "år":{"label":"år","category":{"index":["2023","2024"]}}},
             "value":[1,2.5,null,4],"status":{"2":".."}}"""), Nasty.bytes("""
            {"dataset":{"dimension":{"id":["a"],"size":[1],"a":{"category":{"index":{"x":0}}}},"value":{"0":7}}}"""));

    static final List<byte[]> PX = List.of(Nasty.bytes("""
            CHARSET="ANSI";
            AXIS-VERSION="2013";
            CODEPAGE="UTF-8";
            LANGUAGE="sv";
            DECIMALS=0;
            MATRIX="T1";
            SUBJECT-AREA="Befolkning";
            TITLE="Folkmängd";
            CONTENTS="Folkmängd";
            UNITS="antal";
            STUB="kön";
            HEADING="år";
            VALUES("kön")="kvinnor","män";
            VALUES("år")="2023","2024";
            TIMEVAL("år")=TLIST(A1,"2023"-"2024");
            CODES("kön")="2","1";
            DATA=
            1 2
            ".." 4;
            """));

    static final List<byte[]> GEO_JSON = List.of(Nasty.bytes("""
            {"type":"FeatureCollection","features":[
             {"type":"Feature","properties":{"kommun_kod":"2080"},"geometry":{"type":"Polygon",
              "coordinates":[[[15.5,60.5],[15.8,60.5],[15.8,60.8],[15.5,60.8],[15.5,60.5]]]}},
             {"type":"Feature","properties":{"kommun_kod":"2081"},"geometry":{"type":"MultiPolygon",
              "coordinates":[[[[15.2,60.4],[15.5,60.4],[15.5,60.5],[15.2,60.5],[15.2,60.4]]]]}}]}"""));

    static final List<byte[]> KOLADA = List.of(Nasty.bytes("""
                    {"count":1,"values":[{"kpi":"N00945","municipality":"2080","period":2024,
                     "values":[{"gender":"T","value":1.5,"status":"","count":1,"isdeleted":false}]}],"next_url":null}"""), Nasty.bytes("""
                    {"count":1,"values":[{"id":"N00945","title":"Invånare","description":"","operating_area":"A",
                     "is_divided_by_gender":true,"municipality_type":"K","perspective":"","prel_publication_date":null,
                     "publication_date":null,"publ_period":null,"auspice":"","ou_publication_date":null}],"next_url":null}"""));

    static final List<byte[]> MAPPING = List.of(Nasty.bytes("""
            {"samsyn": "mapping/1", "name": "prov", "instrument": "allman", "reading": {},
             "shape": {"long": {"column": "tid", "kind": "months", "between": "during", "phases": {"0": "before"}}},
             "case": {"column": "id", "kind": "local-id"},
             "traits": {"opened": {"constant": "2020-01-01"}},
             "variables": [{"column": "boende", "variable": "maende"}], "numbersInText": "refuse"}"""));

    static final List<byte[]> INSTRUMENT = List.of(
            Nasty.bytes(TrustGround.resource("trust-instrument.json")),
            Nasty.bytes(TrustGround.resource("housing-instrument.json")));

    static final List<byte[]> NUMBER = List.of(
            Nasty.bytes("19121212-1212"),
            Nasty.bytes("121212+1212"),
            Nasty.bytes("20010170-2392"),
            Nasty.bytes("Ring 070-123 45 67 om 19121212 1212 eller 121212TF12."));

    static final List<byte[]> PARQUET = List.of(
            Nasty.bytes("PAR1\u0015\u0004\u0015 \u0015$L\u0015\u0004\u0015\u0000PAR1"), Nasty.bytes("PAR1PAR1"));

    static final List<byte[]> CODEBOOK = List.of(
            Nasty.bytes("variabel;slag;kod;överordnad\nort;kategori;a;\nort;;b;a\nantal;antal;;\n"),
            Nasty.bytes("variabel,slag,kod,etikett\nort,kategori,a,Ort A\n"));

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
