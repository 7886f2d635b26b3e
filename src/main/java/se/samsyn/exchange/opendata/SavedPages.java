package se.samsyn.exchange.opendata;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Kolada's pages saved as files, each with rows of any of the lists. Files are read through, a row at a time. */
final class SavedPages implements KoladaPages {

    private static final int MOST_FILES = 100_000;

    private final List<Path> paths;

    SavedPages(List<Path> paths) {
        this.paths = paths;
    }

    @Override
    public boolean picks() {
        return false;
    }

    @Override
    public void read(KoladaKind kind, List<Part> parts, Rows rows, Walk walk) {
        rows.begin(0);
        List<Path> files = List.copyOf(files());
        long onward = 0;
        long back = 0;
        var matched = new long[1];
        for (int at = 0; at < files.size(); at++) {
            Path file = files.get(at);
            String place = String.valueOf(file.getFileName());
            long before = matched[0];
            KoladaPage page;
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                page = KoladaPage.read(in, place, row -> {
                    if (kind.matches(row)) {
                        matched[0]++;
                        rows.take(row, place);
                    }
                });
                walk.page(Files.getLastModifiedTime(file).toInstant(), at + 1L, files.size());
            } catch (IOException fault) {
                throw new Refusal(OpenDataFault.FILE, place, "Filen går inte att läsa.");
            }
            if (matched[0] > before) {
                onward += page.next().isEmpty() ? 0 : 1;
                back += page.previous().isEmpty() ? 0 : 1;
            }
        }
        if (onward > back) {
            walk.warn(
                    "Bland filerna finns sidor som pekar vidare på följande sidor utan att alla dessa finns med, "
                            + "så uppgifter kan saknas",
                    "");
        }
        if (matched[0] == 0) {
            walk.warn("Ingen av filerna innehåller uppgifter av det slag som efterfrågas", "");
        }
    }

    private Set<Path> files() {
        var files = new ArrayList<Path>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.walk(path)) {
                    inside.filter(Files::isRegularFile)
                            .filter(file ->
                                    file.toString().toLowerCase(Locale.ROOT).endsWith(".json"))
                            .limit(MOST_FILES + 1L)
                            .forEach(files::add);
                } catch (IOException | java.io.UncheckedIOException fault) {
                    throw new Refusal(OpenDataFault.FILE, path.toString(), "Mappen går inte att läsa.");
                }
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else {
                throw new Refusal(OpenDataFault.FILE, path.toString(), "Filen eller mappen finns inte.");
            }
        }
        if (files.isEmpty()) {
            throw new Refusal(OpenDataFault.FILE, "", "Här finns inga filer vars namn slutar på .json.");
        }
        if (files.size() > MOST_FILES) {
            throw new Refusal(OpenDataFault.TOO_LARGE, "", "Det är fler än " + MOST_FILES + " filer.");
        }
        return new TreeSet<>(
                files.stream().map(file -> file.toAbsolutePath().normalize()).toList());
    }
}
