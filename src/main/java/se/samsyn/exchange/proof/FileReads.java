package se.samsyn.exchange.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samsyn.exchange.MalformedMapping;
import se.samsyn.exchange.MappingJson;
import se.samsyn.exchange.cube.JsonStatReader;
import se.samsyn.exchange.cube.PxReader;
import se.samsyn.exchange.opendata.Kolada;
import se.samsyn.exchange.opendata.KoladaQuestion;
import se.samsyn.exchange.opendata.KoladaSource;
import se.samsyn.exchange.opendata.KoladaTaker;
import se.samsyn.exchange.opendata.KoladaValue;
import se.samsyn.exchange.opendata.KoladaWanted;
import se.samsyn.exchange.opendata.Progress;
import se.samsyn.exchange.person.NumberFinder;
import se.samsyn.exchange.person.PersonalNumber;
import se.samsyn.proof.Parser;
import se.samsyn.proof.Reads;

/** The readers of files and answers that come from outside, each with something it takes. */
@Component
class FileReads implements Reads {

    private static final List<byte[]> JSON_STAT = List.of(bytes("""
            {"version":"2.0","class":"dataset","label":"Folkmängd","source":"Prov","updated":"2024-01-01",
             "id":["kön","år"],"size":[2,2],"role":{"time":["år"]},
             "dimension":{"kön":{"label":"kön","category":{"index":{"1":0,"2":1},"label":{"1":"män","2":"kvinnor"}}},
                          "år":{"label":"år","category":{"index":["2023","2024"]}}},
             "value":[1,2.5,null,4],"status":{"2":".."}}"""), bytes("""
            {"dataset":{"dimension":{"id":["a"],"size":[1],"a":{"category":{"index":{"x":0}}}},"value":{"0":7}}}"""));

    private static final List<byte[]> PX = List.of(bytes("""
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

    private static final List<byte[]> KOLADA = List.of(bytes("""
                    {"count":1,"values":[{"kpi":"N00945","municipality":"2080","period":2024,
                     "values":[{"gender":"T","value":1.5,"status":"","count":1,"isdeleted":false}]}],"next_url":null}"""), bytes("""
                    {"count":1,"values":[{"id":"N00945","title":"Invånare","description":"","operating_area":"A",
                     "is_divided_by_gender":true,"municipality_type":"K","perspective":"","prel_publication_date":null,
                     "publication_date":null,"publ_period":null,"auspice":"","ou_publication_date":null}],"next_url":null}"""));

    private static final List<byte[]> MAPPING = List.of(bytes("""
            {"samsyn": "mapping/1", "name": "prov", "instrument": "allman", "reading": {},
             "shape": {"long": {"column": "tid", "kind": "months", "between": "during", "phases": {"0": "before"}}},
             "case": {"column": "id", "kind": "local-id"},
             "traits": {"opened": {"constant": "2020-01-01"}},
             "variables": [{"column": "boende", "variable": "maende"}], "numbersInText": "refuse"}"""));

    private static final List<byte[]> NUMBER = List.of(
            bytes("19121212-1212"),
            bytes("121212+1212"),
            bytes("20010170-2392"),
            bytes("Ring 070-123 45 67 om 19121212 1212 eller 121212TF12."));

    private final Clock clock;

    FileReads(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Parser> parsers(Path folder) {
        return List.of(
                new Parser("PX", PX, 15, PxReader::read, List.of()),
                new Parser("JSON-stat", JSON_STAT, 15, JsonStatReader::read, List.of()),
                new Parser("Kolada", KOLADA, 15, input -> kolada(folder, input), List.of()),
                new Parser(
                        "koppling",
                        MAPPING,
                        15,
                        input -> MappingJson.read(text(input)),
                        List.of(MalformedMapping.class)),
                new Parser("personnummer", NUMBER, 15, this::number, List.of()));
    }

    private static void kolada(Path folder, byte[] input) throws IOException {
        var file = Files.write(folder.resolve("svar.json"), input);
        var kolada = Kolada.over(new KoladaSource.Saved(List.of(file)));
        kolada.values(KoladaQuestion.ofPlaces(List.of(), List.of(), List.of()), new Nobody(), Progress.SILENT);
        kolada.kpis(KoladaWanted.ALL, Progress.SILENT);
        kolada.places(KoladaWanted.ALL, Progress.SILENT);
    }

    private void number(byte[] input) {
        var today = LocalDate.now(clock);
        PersonalNumber.check(text(input), today);
        NumberFinder.mask(text(input), today);
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Takes values and does nothing with them. */
    private static final class Nobody implements KoladaTaker {

        @Override
        public void take(KoladaValue value) {}

        @Override
        public void done() {}
    }
}
