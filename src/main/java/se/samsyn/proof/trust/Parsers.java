package se.samsyn.proof.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samsyn.access.Role;
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
import se.samsyn.followup.LocalId;
import se.samsyn.indicator.map.Boundaries;
import se.samsyn.instrument.FormJson;
import se.samsyn.instrument.MalformedForm;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;
import se.samsyn.register.NewRegister;
import se.samsyn.register.Registers;
import se.samsyn.sheet.DateForm;
import se.samsyn.sheet.Limits;
import se.samsyn.sheet.NumberForm;
import se.samsyn.sheet.Reading;
import se.samsyn.sheet.Sheets;

/** Everything in the program that reads files and texts from outside, with what each may answer. */
@Component
class Parsers {

    private static final Set<PlaceCode> PLACES =
            Set.of(new PlaceCode("2080"), new PlaceCode("2081"), new PlaceCode("20"));

    private final TrustGround ground;
    private final Registers registers;

    Parsers(TrustGround ground, Registers registers) {
        this.ground = ground;
        this.registers = registers;
    }

    List<Parser> all(Path folder) {
        ground.as(ground.person(Role.NATIONAL_ANALYST, PlaceCode.NATION, Optional.empty()));
        return List.of(
                new Parser("CSV", Seeds.CSV, 20, input -> sheet(folder, input), List.of()),
                new Parser("XLSX", Seeds.xlsx(), 15, input -> sheet(folder, input), List.of()),
                new Parser("PX", Seeds.PX, 15, PxReader::read, List.of()),
                new Parser("JSON-stat", Seeds.JSON_STAT, 15, JsonStatReader::read, List.of()),
                new Parser("GeoJSON", Seeds.GEO_JSON, 15, Parsers::map, List.of()),
                new Parser("Kolada", Seeds.KOLADA, 15, input -> kolada(folder, input), List.of()),
                new Parser(
                        "koppling",
                        Seeds.MAPPING,
                        15,
                        input -> MappingJson.read(text(input)),
                        List.of(MalformedMapping.class)),
                new Parser(
                        "formulär",
                        Seeds.INSTRUMENT,
                        15,
                        input -> FormJson.read(text(input)),
                        List.of(MalformedForm.class)),
                new Parser("personnummer, tal och dagar", Seeds.NUMBER, 20, this::words, List.of()),
                new Parser("register", Seeds.CSV, 1, input -> register(folder, input, Optional.empty()), List.of()),
                new Parser("Parquet", Seeds.PARQUET, 1, input -> register(folder, input, Optional.empty()), List.of()),
                new Parser(
                        "kodbok",
                        Seeds.CODEBOOK,
                        1,
                        input -> register(folder, Nasty.bytes("ort;antal\na;5\nb;3\n"), Optional.of(input)),
                        List.of()));
    }

    private static void sheet(Path folder, byte[] input) throws IOException {
        Sheets.open(Files.write(folder.resolve("blad"), input), Reading.DETECTED, Limits.USUAL);
    }

    private static void map(byte[] input) throws IOException {
        Boundaries.read(new ByteArrayInputStream(input), PLACES);
    }

    private static void kolada(Path folder, byte[] input) throws IOException {
        var file = Files.write(folder.resolve("svar.json"), input);
        var kolada = Kolada.over(new KoladaSource.Saved(List.of(file)));
        kolada.values(KoladaQuestion.ofPlaces(List.of(), List.of(), List.of()), new Nobody(), Progress.SILENT);
        kolada.kpis(KoladaWanted.ALL, Progress.SILENT);
        kolada.places(KoladaWanted.ALL, Progress.SILENT);
    }

    private void words(byte[] input) {
        var text = text(input);
        PersonalNumber.check(text, ground.today());
        NumberFinder.mask(text, ground.today());
        LocalId.fits(text);
        NumberForm.parse(text);
        NumberForm.mark(text);
        DateForm.parse(text);
    }

    private void register(Path folder, byte[] input, Optional<byte[]> codebook) throws IOException {
        var file = Files.write(folder.resolve("register"), input);
        var book = codebook.isPresent()
                ? Optional.of(Files.write(folder.resolve("kodbok"), codebook.get()))
                : Optional.<Path>empty();
        var title = Wording.same("Prövning");
        registers.load(new NewRegister(new InstrumentKey("prove-fuzz"), title, title, PlaceCode.NATION), file, book);
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    /** Takes values and does nothing with them. */
    private static final class Nobody implements KoladaTaker {

        @Override
        public void take(KoladaValue value) {}

        @Override
        public void done() {}
    }
}
