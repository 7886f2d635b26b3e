package se.samsyn.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.springframework.stereotype.Component;
import se.samsyn.engine.Coded;
import se.samsyn.engine.Condition;
import se.samsyn.engine.Question;
import se.samsyn.register.Register;

/**
 * Published microdata imported as registers and crossed: alcohol by income, civil status and place (Denmark 1964-65, in the R package vcd),
 * adults after detoxification (Samet and others 2003), and homeless people followed for two years (Hurlburt, Wood and Hough 1996). The
 * engine's counts are held against plain counts of the file, and what is printed against both.
 */
@Component
class RegisterClaims {

    private static final String ALCOHOL = "microdata/vcd__DanishWelfare.csv";
    private static final String HELP = "microdata/mosaicData__HELPfull.csv";
    private static final String HOUSING = "microdata/multgee__housing.csv";
    private static final String TOTAL = "Totalt";
    private static final String UNKNOWN = "Uppgift saknas";

    /** The greatest noise, and how far a cell may be moved to make its lines add up. */
    private static final long NOISE = 5;

    private static final long ANCHORING = 7;

    private final RegisterGround ground;

    RegisterClaims(RegisterGround ground) {
        this.ground = ground;
    }

    List<Claim> claims(Reference reference) {
        return List.of(
                new Claim(
                        "Register, alkohol i Danmark: fyra variabler korsade är filens egna summor före brus",
                        () -> reference.with(ALCOHOL, this::alcohol)),
                new Claim(
                        "Register, alkohol i Danmark: efter brus skiljer ingen cell mer än brus och förankring tillåter",
                        () -> reference.with(ALCOHOL, this::alcoholBlurred)),
                new Claim(
                        "Register, HELPfull: 789 kolumner läses in och korsas som filen",
                        () -> reference.with(HELP, this::help)),
                new Claim(
                        "Register, boende: övergångar mellan 0 och 24 månader för samma personer är som i filen",
                        () -> reference.with(HOUSING, this::transitions)),
                new Claim(
                        "Register, boende: övergångarna skiljer efter brus inte mer än brus och förankring tillåter",
                        () -> reference.with(HOUSING, this::transitionsBlurred)));
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        try (var text = Files.newBufferedReader(file);
                var csv = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(text)) {
            return csv.stream().map(line -> line.toMap()).toList();
        }
    }

    private static Map<List<String>, Long> alcoholInFile(Path file) throws IOException {
        Map<List<String>, Long> counts = new HashMap<>();
        for (var row : rows(file)) {
            long persons = Long.parseLong(row.getOrDefault("Freq", ""));
            if (persons > 0) {
                counts.merge(values(row, "Alcohol", "Income", "Status", "Urban"), persons, Long::sum);
            }
        }
        return counts;
    }

    private static List<String> values(Map<String, String> row, String... columns) {
        return Arrays.stream(columns)
                .map(column -> row.getOrDefault(column, ""))
                .toList();
    }

    private static Coded column(Register register, String field) {
        return Coded.of(register.codebook().position(field));
    }

    private Verdict alcohol(Path file) throws IOException {
        var register = ground.loaded("alcohol", file);
        var axes = List.of("Alcohol", "Income", "Status", "Urban").stream()
                .map(field -> column(register, field))
                .toList();
        return equal(
                ground.counted(register, Question.counting(register.rows(), axes, List.of())), alcoholInFile(file));
    }

    private static Verdict equal(Map<List<String>, Long> counted, Map<List<String>, Long> inFile) {
        long persons = counted.values().stream().mapToLong(Long::longValue).sum();
        return Verdict.of(
                counted.equals(inFile), inFile.size() + " celler i filen, " + persons + " personer i korstabellen");
    }

    private Verdict alcoholBlurred(Path file) throws IOException {
        ground.loaded("alcohol", file);
        var shown = RegisterGround.figures(ground.asked("alcohol", "Alcohol,Income", "Status,Urban", ""), 2);
        return near(shown, alcoholInFile(file), 4);
    }

    /** Every cell that is shown, those of totals too, against the sum of the file's cells that are in it. */
    private static Verdict near(Map<List<String>, Long> shown, Map<List<String>, Long> inFile, int axes) {
        long farthest = 0;
        int within = 0;
        int cells = 0;
        for (var cell : shown.entrySet()) {
            var at = cell.getKey();
            if (at.size() == axes) {
                long truth = inFile.entrySet().stream()
                        .filter(each -> holds(at, each.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
                long off = Math.abs(cell.getValue() - truth);
                farthest = Math.max(farthest, off);
                within += off <= NOISE ? 1 : 0;
                cells++;
            }
        }
        return Verdict.of(
                cells >= inFile.size() && farthest <= NOISE + ANCHORING,
                cells + " celler, " + within + " inom +-" + NOISE + ", största skillnad " + farthest);
    }

    private static boolean holds(List<String> at, List<String> codes) {
        boolean holds = true;
        for (int k = 0; k < at.size(); k++) {
            boolean unknown = at.get(k).equals(UNKNOWN) && codes.get(k).isEmpty();
            holds &= at.get(k).equals(TOTAL) || unknown || at.get(k).equals(codes.get(k));
        }
        return holds;
    }

    private Verdict help(Path file) throws IOException {
        var register = ground.loaded("help-full", file);
        var axes = List.of(column(register, "TIME"), column(register, "A13"), column(register, "A10"));
        Map<List<String>, Long> inFile = new HashMap<>();
        for (var row : rows(file)) {
            inFile.merge(values(row, "TIME", "A13", "A10"), 1L, Long::sum);
        }
        var counted = ground.counted(register, Question.counting(register.rows(), axes, List.of()));
        var shown = RegisterGround.figures(ground.asked("help-full", "A1", "B1", "TIME=0"), 1);
        Map<List<String>, Long> atStart = rows(file).stream()
                .filter(row -> row.getOrDefault("TIME", "").equals("0"))
                .collect(Collectors.groupingBy(row -> values(row, "A1", "B1"), Collectors.counting()));
        var blurred = near(shown, atStart, 2);
        return Verdict.of(
                counted.equals(inFile) && blurred instanceof Verdict.Holds,
                register.codebook().fields().size() + " variabler, " + inFile.size() + " celler lika, efter brus "
                        + blurred.figure());
    }

    private static Map<List<String>, Long> transitionsInFile(Path file) throws IOException {
        Map<String, String> first = new HashMap<>();
        for (var row : rows(file)) {
            if (row.getOrDefault("time", "").equals("0")) {
                first.put(row.getOrDefault("id", ""), row.getOrDefault("y", ""));
            }
        }
        return rows(file).stream()
                .filter(row -> row.getOrDefault("time", "").equals("24"))
                .collect(Collectors.groupingBy(
                        row -> List.of(
                                Optional.ofNullable(first.get(row.getOrDefault("id", "")))
                                        .orElse(""),
                                row.getOrDefault("y", "")),
                        Collectors.counting()));
    }

    private Verdict transitions(Path file) throws IOException {
        var register = ground.loaded("housing", file);
        int period = register.codebook().position("time");
        int living = register.codebook().position("y");
        var at24 = new Condition(Coded.of(period), Set.of(RegisterGround.position(register, "time", "24")));
        var question = new Question(
                register.rows(),
                List.of(new Coded(living, 1), Coded.of(living)),
                List.of(at24),
                List.of(RegisterGround.position(register, "time", "0")),
                period,
                Optional.empty());
        return equal(ground.counted(register, question), transitionsInFile(file));
    }

    private Verdict transitionsBlurred(Path file) throws IOException {
        ground.loaded("housing", file);
        var shown = RegisterGround.figures(ground.asked("housing", "y@0", "y", "time=24"), 1);
        return near(shown, transitionsInFile(file), 2);
    }
}
