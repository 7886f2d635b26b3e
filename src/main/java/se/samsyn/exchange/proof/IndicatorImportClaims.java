package se.samsyn.exchange.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import se.samsyn.exchange.indicators.Exported;
import se.samsyn.exchange.indicators.FileWish;
import se.samsyn.exchange.indicators.IndicatorExport;
import se.samsyn.exchange.indicators.IndicatorFiles;
import se.samsyn.exchange.indicators.Received;
import se.samsyn.exchange.indicators.Taken;
import se.samsyn.indicator.Arrived;
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.IndicatorImports;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Observation;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Search;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Reference;
import se.samsyn.proof.Verdict;

/** Indicators through the door and back: Kolada's own lists, every form of export, and what is refused. */
@Component
class IndicatorImportClaims {

    private static final FileWish MADE_UP = new FileWish("prov", "Prov", Optional.empty());
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private static final String VALUES = """
            indikator;titel;skala;decimaler;plats;ar;kon;varde;taljare;namnare
            prov-trygg;Känner sig trygga, andel (%);procent;1;2080;2024;T;12,5;10;80
            prov-trygg;;;;2080;2024;K;..;;
            prov-trygg;;;;2080;2024;M;saknas;;
            prov-trygg;;;;20;2024;T;.;;
            prov-trygg;;;;SE;2024;T;0;;
            prov-trygg;;;;2080;2023;T;11,25;9;80
            """;

    private final IndicatorFiles files;
    private final IndicatorExport export;
    private final Catalogue catalogue;
    private final IndicatorImports imports;

    IndicatorImportClaims(IndicatorFiles files, IndicatorExport export, Catalogue catalogue, IndicatorImports imports) {
        this.files = files;
        this.export = export;
        this.catalogue = catalogue;
        this.imports = imports;
    }

    List<Claim> claims(Reference reference) {
        return List.of(
                new Claim(
                        "Kolada: kpi.json ger alla nyckeltal, sökbara",
                        () -> reference.with("kolada/kpi.json", this::kpis)),
                new Claim(
                        "Kolada: municipality.json har bara platser som finns i platsregistret",
                        () -> reference.with("kolada/municipality.json", this::places)),
                new Claim(
                        "Kolada: värden för tre städer läses in, och en gång till ändrar inget",
                        () -> reference.with("kolada/data_N00945_3cities_2000-2020.csv", this::cities)),
                new Claim("Fyra slags tomt är åtskilda ut och in i CSV, XLSX, PX och JSON-stat", this::comesBack),
                refused("avklippt JSON", "x.json", "{\"count\":1,\"values\":[{\"id\":\"N1\","),
                refused("HTML i stället för JSON", "x.json", "<!DOCTYPE html><html><body>Logga in</body></html>"),
                refused("en tom fil", "x.csv", ""),
                refused(
                        "PX utan DATA",
                        "x.px",
                        "CHARSET=\"ANSI\";\nMATRIX=\"A\";\nSUBJECT-CODE=\"A\";\nSUBJECT-AREA=\"A\";\nTITLE=\"A\";\nCONTENTS=\"A\";\nUNITS=\"A\";\nSTUB=\"region\";\nHEADING=\"tid\";\nVALUES(\"region\")=\"2080\";\nVALUES(\"tid\")=\"2024\";\n"),
                refused("en nämnare som är noll", "x.csv", row("1;1;0")),
                refused("en nämnare som är mindre än täljaren", "x.csv", row("1;9;8")),
                refused("en platskod som tappat sin nolla", "x.csv", row("1;;").replace(";2080;", ";114;")),
                refused(
                        "en rad av fem som är fel",
                        "x.csv",
                        VALUES.replace("prov-trygg", "prov-fel") + "prov-fel;;;;2080;x;T;1;;\n"),
                refused(
                        "samma värde två gånger",
                        "x.csv",
                        VALUES.replace("prov-trygg", "prov-tva") + "prov-tva;;;;2080;2024;T;3;;\n"));
    }

    private static String row(String values) {
        return "indikator;titel;skala;plats;ar;kon;varde;taljare;namnare\nprov-x;X, andel (%);procent;2080;2024;T;"
                + values + "\n";
    }

    private Taken load(FileWish wish, Path... paths) throws IOException {
        return files.load(List.of(paths).stream().map(Received::of).toList(), wish, Optional.empty(), step -> {});
    }

    private Verdict kpis(Path file) throws IOException {
        long from = System.nanoTime();
        Taken taken = load(FileWish.NONE, file);
        double seconds = (System.nanoTime() - from) / 1e9;
        long violence = catalogue.search(Search.of("våld i nära relation")).total();
        var searched = System.nanoTime();
        boolean adults = catalogue
                .find(new IndicatorKey("U30750"))
                .flatMap(one -> one.base())
                .equals(Optional.of(new IndicatorKey("N02104")));
        long first = catalogue.search(Search.of("U30750")).hits().stream()
                .filter(hit -> hit.indicator().key().value().equals("U30750"))
                .count();
        double millis = (System.nanoTime() - searched) / 1e6;
        return taken instanceof Taken.Done done
                ? Verdict.of(
                        done.indicators() == 6_099 && violence > 0 && adults && first == 1,
                        "%d nyckeltal på %.1f s, %d om våld i nära relation, sökning %.0f ms"
                                .formatted(done.indicators(), seconds, violence, millis))
                : new Verdict.Fails(taken.toString());
    }

    private Verdict places(Path file) throws IOException {
        Taken taken = load(FileWish.NONE, file);
        return taken instanceof Taken.Done done
                ? Verdict.of(
                        done.remarks().size() == 1 && done.remarks().getFirst().contains("312 platser"),
                        String.join(" ", done.remarks()))
                : new Verdict.Fails(taken.toString());
    }

    private Verdict cities(Path file) throws IOException {
        var kolada = new FileWish("kolada", "Kolada", Optional.empty());
        if (load(FileWish.NONE, file.resolveSibling("kpi.json")) instanceof Taken.Refused refused) {
            return new Verdict.Fails(refused.toString());
        }
        Taken first = load(kolada, file);
        Taken again = load(kolada, file);
        long lines;
        try (var text = Files.lines(file)) {
            lines = text.skip(1).filter(line -> !line.isBlank()).count();
        }
        if (first instanceof Taken.Done one && again instanceof Taken.Done two) {
            Arrived came = one.arrived().getFirst();
            Arrived repeated = two.arrived().getFirst();
            return Verdict.of(
                    came.delivered() == lines
                            && repeated.delivered() == lines
                            && repeated.added() + repeated.revised() + repeated.withdrawn() == 0,
                    came.delivered() + " värden av " + lines + " rader; andra gången " + repeated.added() + " nya");
        }
        return new Verdict.Fails(first + ", " + again);
    }

    private Verdict comesBack() throws IOException {
        return with("prov.csv", VALUES, file -> {
            if (load(MADE_UP, file) instanceof Taken.Refused refused) {
                return new Verdict.Fails(refused.toString());
            }
            Exported exported = export.find(new IndicatorKey("prov-trygg")).orElseThrow();
            List<String> differing = new ArrayList<>();
            for (IndicatorExport.Form form : IndicatorExport.Form.values()) {
                if (!sameAs(exported, form)) {
                    differing.add(form.ending());
                }
            }
            return Verdict.of(differing.isEmpty(), differing.isEmpty() ? "fyra format" : "inte " + differing);
        });
    }

    /** Written, read in again, and held against what was there: nothing may be revised, and numbers and marks stand. */
    private boolean sameAs(Exported exported, IndicatorExport.Form form) throws IOException {
        var out = new ByteArrayOutputStream();
        export.write(exported, form, SWEDISH, out);
        Path file = Files.createTempFile("samsyn-prov", "." + form.ending());
        try {
            Files.write(file, out.toByteArray());
            if (!(load(MADE_UP, file) instanceof Taken.Done done)) {
                return false;
            }
            Map<String, Reading> now =
                    readings(catalogue.values(List.of(exported.indicator().key())));
            boolean kept = readings(exported.values()).entrySet().stream()
                    .allMatch(each ->
                            told(each.getValue()).equals(told(now.getOrDefault(each.getKey(), new Reading.Missing()))));
            return kept && done.arrived().getFirst().revised() == 0;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String told(Reading reading) {
        return reading.mark().orElseGet(() -> String.valueOf(((Reading.Known) reading).value()));
    }

    private static Map<String, Reading> readings(List<Observation> values) {
        Map<String, Reading> readings = new HashMap<>();
        values.forEach(value ->
                readings.put(value.place() + " " + value.year() + " " + value.sex() + value.group(), value.reading()));
        return readings;
    }

    private Claim refused(String what, String name, String text) {
        return new Claim("Stoppas i ord, och inget lagras: " + what, trial(name, text));
    }

    private Callable<Verdict> trial(String name, String text) {
        return () -> with(name, text, file -> {
            int before = imports.latest().size();
            long indicators = catalogue.search(Search.of("")).total();
            Taken taken = load(
                    new FileWish("prov-" + UUID.randomUUID().toString().substring(0, 8), "Prov", Optional.empty()),
                    file);
            boolean nothing = imports.latest().size() == before
                    && catalogue.search(Search.of("")).total() == indicators;
            return taken instanceof Taken.Refused(var troubles, long unlisted)
                    ? Verdict.of(
                            nothing && !troubles.isEmpty() && unlisted >= 0,
                            troubles.getFirst().told())
                    : new Verdict.Fails("lästes in");
        });
    }

    @FunctionalInterface
    private interface Trial {
        Verdict on(Path file) throws IOException;
    }

    private static Verdict with(String name, String text, Trial trial) throws IOException {
        Path folder = Files.createTempDirectory("samsyn-prov");
        Path file = folder.resolve(name);
        try {
            return trial.on(Files.writeString(file, text));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }
}
