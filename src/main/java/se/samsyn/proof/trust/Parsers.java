package se.samsyn.proof.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samsyn.access.Role;
import se.samsyn.followup.LocalId;
import se.samsyn.instrument.FormJson;
import se.samsyn.instrument.MalformedForm;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;
import se.samsyn.proof.Parser;
import se.samsyn.proof.Reads;
import se.samsyn.register.NewRegister;
import se.samsyn.register.Registers;
import se.samsyn.sheet.DateForm;
import se.samsyn.sheet.Limits;
import se.samsyn.sheet.NumberForm;
import se.samsyn.sheet.Reading;
import se.samsyn.sheet.Sheets;

/** The readers of sheets, forms and registers, with what each may answer; other modules give their own. */
@Component
class Parsers implements Reads {

    private final TrustGround ground;
    private final Registers registers;

    Parsers(TrustGround ground, Registers registers) {
        this.ground = ground;
        this.registers = registers;
    }

    @Override
    public List<Parser> parsers(Path folder) {
        ground.as(ground.person(Role.NATIONAL_ANALYST, PlaceCode.NATION, Optional.empty()));
        return List.of(
                new Parser("CSV", Seeds.CSV, 20, input -> sheet(folder, input), List.of()),
                new Parser("XLSX", Seeds.xlsx(), 15, input -> sheet(folder, input), List.of()),
                new Parser(
                        "formulär",
                        Seeds.INSTRUMENT,
                        15,
                        input -> FormJson.read(text(input)),
                        List.of(MalformedForm.class)),
                new Parser("tal, dagar och beteckningar", Seeds.WORD, 15, Parsers::words, List.of()),
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

    private static void words(byte[] input) {
        var text = text(input);
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
}
