package se.samsyn.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samsyn.access.Role;
import se.samsyn.exchange.ImportResult;
import se.samsyn.exchange.Mapping;
import se.samsyn.exchange.MappingJson;
import se.samsyn.exchange.Origin;
import se.samsyn.exchange.Trait;
import se.samsyn.followup.CaseFilter;
import se.samsyn.followup.Cases;
import se.samsyn.organisation.Unit;

/** Files that must not be let in, each made here: refused with the place of the fault, and nothing stored. */
@Component
class BadInputClaims {

    private static final String HEAD = "id;datum;sedan;boende\n";
    private static final long TOO_LARGE = 200L * 1024 * 1024;

    private final ProofGround ground;
    private final Cases cases;

    BadInputClaims(ProofGround ground, Cases cases) {
        this.ground = ground;
        this.cases = cases;
    }

    List<Claim> claims() {
        return List.of(
                refused("okänd kod", "a;2024-01-10;2024-01-10;9\n"),
                refused("uppföljning före öppnandet", "a;2024-02-10;2024-01-10;1\n"),
                refused("dag i framtiden", "a;2024-01-10;2199-01-10;1\n"),
                refused("30 februari", "a;2024-01-10;2024-02-30;1\n"),
                refused("samma tillfälle två gånger", "a;2024-01-10;2024-01-10;1\na;2024-01-10;2024-01-10;2\n"),
                new Claim(
                        "Nekas med plats, och inget sparas: personnummer med fel kontrollsiffra",
                        () -> written(
                                "person.csv",
                                bytes(HEAD + "19121212-1213;2024-01-10;2024-01-10;1\n"),
                                "personal-number")),
                refusedFile("tom fil", "tom.csv", new byte[0]),
                refusedFile("saknad kolumn", "kolumn.csv", bytes("id;datum;boende\na;2024-01-10;1\n")),
                refusedFile("fel teckenkodning", "kod.csv", wrongEncoding()),
                refusedFile("zip som heter .xlsx", "arkiv.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0}),
                new Claim("Nekas med plats, och inget sparas: fil på 200 MB", this::tooLarge));
    }

    private Claim refused(String what, String rows) {
        return refusedFile(what, "fil.csv", bytes(HEAD + rows));
    }

    private Claim refusedFile(String what, String name, byte[] content) {
        return new Claim("Nekas med plats, och inget sparas: " + what, () -> written(name, content, "local-id"));
    }

    private Verdict written(String name, byte[] content, String id) throws IOException {
        var folder = Files.createTempDirectory("samsyn-proof");
        var file = folder.resolve(name);
        try {
            Files.write(file, content);
            return tried(file, id);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private Verdict tooLarge() throws IOException {
        var file = Files.createTempFile("samsyn-proof", ".csv");
        try (var out = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            out.position(TOO_LARGE);
            out.write(ByteBuffer.wrap(new byte[] {'\n'}));
        }
        try {
            return tried(file, "local-id");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Verdict tried(Path file, String id) throws IOException {
        ground.instrument("housing");
        var unit = ground.unit("Prov");
        var result = ground.run(file, mapping(unit, id), List.of(unit));
        ground.signIn(Role.UNIT_MANAGER, unit.municipality(), Optional.of(unit));
        var stored = cases.list(unit.id(), new CaseFilter(CaseFilter.State.ALL, ""), 0)
                .total();
        return switch (result) {
            case ImportResult.Rejected(var run) ->
                Verdict.of(run.stops() > 0 && stored == 0, run.stops() + " problem, " + stored + " sparade");
            case ImportResult.Accepted _ -> new Verdict.Fails("filen togs emot, " + stored + " sparade");
        };
    }

    private static Mapping mapping(Unit unit, String id) {
        return MappingJson.read("""
                {"samsyn": "mapping/1", "name": "prov", "instrument": "prove-housing", "reading": {},
                 "shape": {"long": {"column": "sedan", "kind": "date", "between": "during", "phases": {}}},
                 "case": {"column": "id", "kind": "%s"},
                 "traits": {"opened": {"column": "datum"}},
                 "variables": [{"column": "boende", "variable": "living"}],
                 "numbersInText": "refuse"}
                """.formatted(id)).with(Trait.UNIT, Origin.constant(unit.name()));
    }

    private static byte[] wrongEncoding() {
        var twice = new String(
                "Öppet;boende år;sedan;datum;id\n".getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
        return twice.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
