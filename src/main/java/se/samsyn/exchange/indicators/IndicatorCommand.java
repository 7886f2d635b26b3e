package se.samsyn.exchange.indicators;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samsyn.indicator.Arrived;
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.Found;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.Observation;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Search;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.Where;

/** {@code ./samsyn indicator}: reads indicators in, lists and shows them, and writes them as files. Ends with 1 where nothing was done, 2 where it was called wrongly. */
@Component
@Command(name = "indicator", description = "Läser in, visar och skriver ut indikatorer.")
class IndicatorCommand implements Callable<Integer> {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final IndicatorFiles files;
    private final IndicatorNet net;
    private final IndicatorExport export;
    private final Catalogue catalogue;

    @Spec
    private @Nullable CommandSpec spec;

    IndicatorCommand(IndicatorFiles files, IndicatorNet net, IndicatorExport export, Catalogue catalogue) {
        this.files = files;
        this.net = net;
        this.export = export;
        this.catalogue = catalogue;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private int failed(int code, String text) {
        out().println(text);
        out().flush();
        return code;
    }

    @Override
    public Integer call() {
        Objects.requireNonNull(spec).commandLine().usage(out());
        return 2;
    }

    @Command(
            name = "import",
            description =
                    "Läser in filer (Koladas svar, PX, JSON-stat, CSV, XLSX), eller frågar Kolada eller PxWeb. Allt eller inget.")
    int read(
            @Parameters(
                            paramLabel = "FIL",
                            arity = "0..*",
                            description = "filer; flera svar från Kolada läses tillsammans")
                    @Nullable
                    List<Path> paths,
            @Option(
                            names = "--source",
                            defaultValue = "",
                            description = "källans nyckel, som scb (annars det filen säger)")
                    String source,
            @Option(names = "--source-name", defaultValue = "", description = "källans namn, om den är ny")
                    String sourceName,
            @Option(names = "--kolada", defaultValue = "", description = "nyckeltal att hämta: N00945,U30750")
                    String kolada,
            @Option(names = "--pxweb", defaultValue = "", description = "tabell att hämta: TAB638") String pxweb,
            @Option(
                            names = "--select",
                            defaultValue = "",
                            description = "urval ur PxWeb: \"Region=00,2080; Tid=senaste 10\"")
                    String select,
            @Option(
                            names = "--places",
                            defaultValue = "",
                            description = "platser att hämta; för filer utan plats den enda de gäller")
                    String places,
            @Option(names = "--years", defaultValue = "", description = "år att hämta: 2015-2024") String years)
            throws IOException {
        List<Path> given = paths == null ? List.of() : paths;
        int ways = (given.isEmpty() ? 0 : 1) + (kolada.isBlank() ? 0 : 1) + (pxweb.isBlank() ? 0 : 1);
        if (ways != 1) {
            return failed(2, "Ange filer, --kolada eller --pxweb: ett av dem.");
        }
        try {
            if (!kolada.isBlank()) {
                return told(net.kolada(KoladaAsk.of(kolada, places, years), Optional.empty(), this::step));
            }
            var wish = new FileWish(source, sourceName, place(places));
            return pxweb.isBlank()
                    ? load(given, wish)
                    : told(net.pxWeb(PxWebAsk.of(pxweb, select), wish, Optional.empty(), this::step));
        } catch (IllegalArgumentException wrong) {
            return failed(2, String.valueOf(wrong.getMessage()));
        }
    }

    private static Optional<PlaceCode> place(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (!text.strip().matches("SE|\\d{2}|\\d{4}")) {
            throw new IllegalArgumentException("”" + text + "” är ingen platskod: SE, två siffror eller fyra.");
        }
        return Optional.of(new PlaceCode(text.strip()));
    }

    private int load(List<Path> given, FileWish wish) throws IOException {
        for (Path path : given) {
            if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
                return failed(2, "Filen finns inte eller går inte att läsa: " + path);
            }
        }
        return told(files.load(given.stream().map(Received::of).toList(), wish, Optional.empty(), this::step));
    }

    private void step(String step) {
        out().println(
                        switch (step) {
                            case "asking" -> "Frågar …";
                            case "reading" -> "Läser …";
                            default -> "Jämför med det som finns och lagrar …";
                        });
        out().flush();
    }

    private int told(Taken taken) {
        int code = switch (taken) {
            case Taken.Done done -> {
                if (done.indicators() > 0) {
                    out().printf(SWEDISH, "%,d indikatorer beskrivna.%n", done.indicators());
                }
                for (Arrived one : done.arrived()) {
                    out().printf(
                                    SWEDISH,
                                    "%s: %,d värden, varav %,d nya och %,d ändrade; %,d borttagna.%n",
                                    one.name(),
                                    one.delivered(),
                                    one.added(),
                                    one.revised(),
                                    one.withdrawn());
                }
                done.remarks().forEach(remark -> out().println("- " + remark));
                yield 0;
            }
            case Taken.Refused refused -> {
                out().println("Inget lästes in. Rätta detta först:");
                refused.troubles().forEach(trouble -> out().println("- " + trouble.told()));
                if (refused.unlisted() > 0) {
                    out().printf(SWEDISH, "- … och %,d till.%n", refused.unlisted());
                }
                yield 1;
            }
        };
        out().flush();
        return code;
    }

    @Command(name = "list", description = "Visar indikatorer, alla eller de som har orden.")
    int list(
            @Parameters(paramLabel = "ORD", arity = "0..*", description = "ord att söka efter") @Nullable
                    List<String> words) {
        Search search = Search.of(words == null ? "" : String.join(" ", words));
        Found found = catalogue.search(search);
        long shown = 0;
        for (int page = 1; !found.hits().isEmpty(); page++) {
            found.hits().forEach(this::line);
            shown += found.hits().size();
            found = shown < found.total() ? catalogue.search(search.at(page)) : Found.NOTHING;
        }
        out().println(
                        shown == 0
                                ? "Ingen indikator hittades. ./samsyn indicator import läser in."
                                : shown == 1 ? "1 indikator" : shown + " indikatorer");
        out().flush();
        return shown == 0 ? 1 : 0;
    }

    private void line(Found.Hit hit) {
        out().printf(
                        "%-12s %-6s %s%n",
                        hit.indicator().key(),
                        hit.latest() == 0 ? "-" : hit.latest(),
                        hit.indicator().title());
    }

    @Command(name = "show", description = "Visar vad en indikator är, och dess värden för en plats.")
    int show(
            @Parameters(paramLabel = "NYCKEL", description = "indikatorns nyckel, som N00945") String key,
            @Option(names = "--place", defaultValue = "SE", description = "SE, länskod eller kommunkod") String place) {
        Optional<Exported> found = find(key);
        if (found.isEmpty()) {
            return failed(1, "Det finns ingen indikator " + key + ". ./samsyn indicator list ORD söker.");
        }
        Optional<PlaceCode> at;
        try {
            at = place(place);
        } catch (IllegalArgumentException wrong) {
            return failed(2, String.valueOf(wrong.getMessage()));
        }
        describe(found.get());
        var where = new Where.Area(at.orElse(PlaceCode.NATION));
        List<Observation> values = found.get().values().stream()
                .filter(value -> value.place().equals(where))
                .toList();
        values.forEach(value -> out().println(line(value, found.get())));
        if (values.isEmpty()) {
            out().println("Inga värden för " + where + ".");
        }
        out().flush();
        return 0;
    }

    private void describe(Exported exported) {
        Indicator indicator = exported.indicator();
        out().println(indicator.key() + "  " + indicator.title());
        if (!indicator.description().isBlank()) {
            out().println(indicator.description());
        }
        out().println(exported.credit()
                + (exported.fetched().isPresent() ? ", hämtad " + ExportedRows.fetched(exported) : ""));
        exported.breaks().forEach(one -> out().println("Tidsseriebrott " + one.year() + ": " + one.reason()));
    }

    private static String line(Observation value, Exported exported) {
        String number = switch (value.reading()) {
            case Reading.Known known ->
                String.format(SWEDISH, "%,." + exported.indicator().decimals() + "f", known.value());
            case Reading.Hidden _ -> "..";
            case Reading.Missing _ -> "saknas";
            case Reading.NotApplicable _ -> ".";
        };
        return "%d %s %14s%s"
                .formatted(
                        value.year(),
                        value.sex().letter(),
                        number,
                        value.group().isEmpty() ? "" : "  " + exported.groupName(value.group()));
    }

    @Command(name = "export", description = "Skriver en indikator som fil.")
    int write(
            @Parameters(paramLabel = "NYCKEL", description = "indikatorns nyckel, som N00945") String key,
            @Option(names = "--as", defaultValue = "csv", description = "csv, xlsx, px eller json") String as,
            @Option(names = "--to", required = true, description = "filen att skriva") Path to)
            throws IOException {
        Optional<IndicatorExport.Form> form = IndicatorExport.Form.of(as);
        if (form.isEmpty()) {
            return failed(2, "Formatet ska vara csv, xlsx, px eller json.");
        }
        Optional<Exported> found = find(key);
        if (found.isEmpty()) {
            return failed(1, "Det finns ingen indikator " + key + ". ./samsyn indicator list ORD söker.");
        }
        try (var file = Files.newOutputStream(to)) {
            export.write(found.get(), form.get(), SWEDISH, file);
        }
        out().printf(SWEDISH, "%,d värden skrivna i %s%n", found.get().values().size(), to);
        out().flush();
        return 0;
    }

    private Optional<Exported> find(String key) {
        return KoladaTexts.key(key).flatMap(export::find);
    }
}
