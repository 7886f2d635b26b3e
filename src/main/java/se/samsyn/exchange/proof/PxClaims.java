package se.samsyn.exchange.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.samsyn.exchange.cube.Problem;
import se.samsyn.exchange.cube.PxReader;
import se.samsyn.exchange.cube.PxReading;
import se.samsyn.exchange.cube.PxWriter;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Reference;
import se.samsyn.proof.Verdict;

/** Every PX file that others have made: read, read with a warning, or refused, as the folder it lies in says. */
final class PxClaims {

    private static final String FOLDER = "px";
    private static final String ABSENT = "px finns inte här";

    private PxClaims() {}

    static List<Claim> claims(Reference reference) {
        return List.of(
                new Claim("PX: fem miljoner celler läses inom 5 s och i jämnt minne", LargePx::read),
                new Claim("PX: varje hel fil läses", () -> of(reference, PxClaims::isWhole, PxClaims::isTable)),
                new Claim(
                        "PX: varje fil i error/continue läses, med en varning som säger var",
                        () -> of(
                                reference,
                                file -> in(file, "error/continue") && !isTemplate(file),
                                PxClaims::isWarned)),
                new Claim(
                        "PX: varje fil i error/fatal stoppas, med ett fel som säger var",
                        () -> of(reference, file -> in(file, "error/fatal") && !isTemplate(file), PxClaims::isRefused)),
                new Claim(
                        "PX: varje fil i error/multilang läses, med en varning",
                        () -> of(reference, file -> in(file, "error/multilang"), PxClaims::isWarned)),
                new Claim(
                        "PX: varje fil i BadFiles stoppas",
                        () -> of(
                                reference,
                                file -> in(file, "BadFiles"),
                                file -> PxReader.read(file) instanceof PxReading.Refused)),
                new Claim(
                        "PX: det som läses är detsamma när det skrivits och lästs igen",
                        () -> of(reference, PxClaims::isWhole, PxClaims::comesBack)));
    }

    @FunctionalInterface
    private interface Trial {
        boolean holds(Path file) throws IOException;
    }

    private static Verdict of(Reference reference, Predicate<Path> wanted, Trial trial) throws IOException {
        Path folder = reference.folder() == null
                ? Path.of(FOLDER)
                : reference.folder().resolve(FOLDER);
        if (reference.folder() == null || !Files.isDirectory(folder)) {
            return new Verdict.Skipped(ABSENT);
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> name(file).endsWith(".px"))
                    .filter(wanted)
                    .sorted()
                    .toList();
        }
        List<String> failing = new ArrayList<>();
        for (Path file : files) {
            if (!trial.holds(file)) {
                failing.add(String.valueOf(file.getFileName()));
            }
        }
        return Verdict.of(
                !files.isEmpty() && failing.isEmpty(),
                files.size() + " filer" + (failing.isEmpty() ? "" : ", inte " + String.join(", ", failing)));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    private static boolean in(Path file, String folder) {
        return file.toString().replace('\\', '/').contains("/" + folder + "/");
    }

    private static boolean isTemplate(Path file) {
        return name(file).startsWith("template");
    }

    /** Two files are keywords without a table. */
    private static boolean isWhole(Path file) {
        return !in(file, "error/continue")
                && !in(file, "error/fatal")
                && !in(file, "error/multilang")
                && !in(file, "BadFiles")
                && !List.of("ok_odd_usage.px", "testdata2.px").contains(name(file));
    }

    private static boolean isTable(Path file) throws IOException {
        return PxReader.read(file) instanceof PxReading.Table;
    }

    private static boolean isWarned(Path file) throws IOException {
        return PxReader.read(file) instanceof PxReading.Table table
                && !table.problems().isEmpty()
                && table.problems().stream()
                        .noneMatch(problem -> problem.where().isBlank());
    }

    private static boolean isRefused(Path file) throws IOException {
        return PxReader.read(file) instanceof PxReading.Refused refused
                && refused.problems().stream()
                        .anyMatch(each -> each.severity() == Problem.Severity.ERROR
                                && !each.where().isBlank());
    }

    private static boolean comesBack(Path file) throws IOException {
        if (!(PxReader.read(file) instanceof PxReading.Table first)) {
            return false;
        }
        var out = new ByteArrayOutputStream();
        PxWriter.write(first.file(), out);
        return PxReader.read(out.toByteArray()) instanceof PxReading.Table again
                && again.cube().equals(first.cube())
                && again.file().cells().equals(first.file().cells());
    }
}
