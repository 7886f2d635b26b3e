package se.samsyn.exchange.indicators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import se.samsyn.exchange.cube.Cube;
import se.samsyn.exchange.cube.JsonStatReader;
import se.samsyn.exchange.cube.JsonStatReading;
import se.samsyn.exchange.cube.PxReader;
import se.samsyn.exchange.cube.PxReading;
import se.samsyn.exchange.opendata.Kolada;
import se.samsyn.exchange.opendata.KoladaSource;
import se.samsyn.exchange.opendata.Progress;
import se.samsyn.indicator.Source;
import se.samsyn.sheet.Problem;

/** Turns files into drafts, each by what it is. All of Kolada's answers among them are one draft. */
final class FileDrafts {

    private final PlaceFinder places;
    private final Known known;
    private final Function<String, Optional<Source>> sources;
    private final Function<Problem, String> told;
    private final FileWish wish;

    /**
     * Ready to draft.
     *
     * @param told a problem of a sheet as a sheet, in Swedish
     */
    FileDrafts(
            PlaceFinder places,
            Known known,
            Function<String, Optional<Source>> sources,
            Function<Problem, String> told,
            FileWish wish) {
        this.places = places;
        this.known = known;
        this.sources = sources;
        this.told = told;
        this.wish = wish;
    }

    /** One draft for each file, but one for all of Kolada's, which stands first. */
    List<Drafted> of(List<Received> files, Progress progress) throws IOException {
        List<Drafted> drafts = new ArrayList<>();
        List<Received> saved = new ArrayList<>();
        for (Received file : files) {
            switch (FileKind.of(file.file())) {
                case KOLADA -> saved.add(file);
                case JSON_STAT -> drafts.addAll(jsonStat(file));
                case PX -> drafts.add(px(file));
                case SHEET -> drafts.add(sheet(file));
                case WEB_PAGE ->
                    drafts.add(
                            Drafted.Refused.of(
                                    file.name(),
                                    "Filen är en webbsida (HTML) och inga data. Den som svarade kan ha visat en inloggning eller ett fel: hämta filen igen."));
                case EMPTY -> drafts.add(Drafted.Refused.of(file.name(), "Filen är tom. Hämta den igen."));
            }
        }
        if (!saved.isEmpty()) {
            drafts.addFirst(kolada(saved, progress));
        }
        return drafts;
    }

    private Drafted kolada(List<Received> files, Progress progress) {
        List<Path> paths = files.stream().map(Received::file).toList();
        String name = files.size() == 1
                ? files.getFirst().name()
                : files.getFirst().name() + " och " + (files.size() - 1) + " till";
        return new KoladaDraft(Kolada.over(new KoladaSource.Saved(paths)), name, places, known, progress).ofSaved();
    }

    private Drafted px(Received file) throws IOException {
        return switch (PxReader.read(file.file())) {
            case PxReading.Table table -> cube(table.cube(), file.name(), written(file), table.problems());
            case PxReading.Heading _ ->
                Drafted.Refused.of(file.name(), "Filen har inga celler (DATA), bara nyckelord. Hämta hela tabellen.");
            case PxReading.Refused refused -> refused(file.name(), refused.problems());
        };
    }

    private List<Drafted> jsonStat(Received file) throws IOException {
        return switch (JsonStatReader.read(file.file())) {
            case JsonStatReading.Read read
            when read.cubes().isEmpty() ->
                List.of(
                        Drafted.Refused.of(
                                file.name(),
                                "Det finns inga celler i filen, bara en beskrivning eller länkar till tabeller. Hämta själva tabellen (class dataset, med value)."));
            case JsonStatReading.Read read -> {
                Instant written = written(file);
                yield read.cubes().stream()
                        .map(cube -> cube(cube, file.name(), written, read.problems()))
                        .toList();
            }
            case JsonStatReading.Refused refused -> List.of(refused(file.name(), refused.problems()));
        };
    }

    private static Drafted refused(String name, List<se.samsyn.exchange.cube.Problem> problems) {
        var troubles = new Troubles(name);
        problems.stream()
                .filter(each -> each.severity() == se.samsyn.exchange.cube.Problem.Severity.ERROR)
                .forEach(each -> troubles.add(each.told()));
        return troubles.any() ? troubles.refused() : Drafted.Refused.of(name, "Filen går inte att läsa.");
    }

    /** A table from a file or from a database. */
    Drafted cube(Cube cube, String name, Instant fetched, List<se.samsyn.exchange.cube.Problem> problems) {
        return switch (SourceWish.decide(wish, CubeWords.swedish(cube.source()), sources)) {
            case SourceWish.Decided.Unsettled(String what) -> Drafted.Refused.of(name, what);
            case SourceWish.Decided.Settled(Source source) ->
                warned(CubeDraft.of(cube, name, fetched, wish, source, places), problems);
        };
    }

    private static Drafted warned(Drafted drafted, List<se.samsyn.exchange.cube.Problem> problems) {
        return drafted instanceof Drafted.Ready(var source, var delivery, var remarks)
                ? new Drafted.Ready(
                        source,
                        delivery,
                        Stream.concat(
                                        remarks.stream(),
                                        problems.stream()
                                                .filter(each -> each.severity()
                                                        != se.samsyn.exchange.cube.Problem.Severity.INFO)
                                                .map(each -> delivery.name() + ": " + each.told()))
                                .toList())
                : drafted;
    }

    private Drafted sheet(Received file) throws IOException {
        return SheetDraft.of(
                file.file(),
                file.name(),
                written(file),
                places,
                known,
                said -> SourceWish.decide(wish, said, sources),
                told);
    }

    private static Instant written(Received file) throws IOException {
        return Files.getLastModifiedTime(file.file()).toInstant();
    }
}
