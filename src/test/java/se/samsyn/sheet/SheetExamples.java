package se.samsyn.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files made in code for the tests. */
public final class SheetExamples {

    private SheetExamples() {}

    public static Path text(Path folder, String content) {
        return text(folder, content, StandardCharsets.UTF_8);
    }

    public static Path text(Path folder, String content, Charset charset) {
        return bytes(folder, content.getBytes(charset));
    }

    public static Path bytes(Path folder, byte[] content) {
        try {
            return Files.write(Files.createTempFile(folder, "example", ".dat"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path workbook(Path folder, Consumer<Worksheet> filling) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Samsyn", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Blad1");
            filling.accept(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes(folder, out.toByteArray());
    }

    public static Path zip(Path folder, Map<String, String> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes(folder, out.toByteArray());
    }

    public static SheetResult open(Path file) {
        return open(file, Reading.DETECTED);
    }

    public static SheetResult open(Path file, Reading reading) {
        try {
            return Sheets.open(file, reading, Limits.USUAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Sheet opened(Path file) {
        return switch (open(file)) {
            case SheetResult.Opened opened -> opened.sheet();
            case SheetResult.Refused refused -> throw new AssertionError("Refused: " + refused.problems());
        };
    }

    public static Problem firstProblem(Path file) {
        return firstProblem(file, Reading.DETECTED);
    }

    public static Problem firstProblem(Path file, Reading reading) {
        return switch (open(file, reading)) {
            case SheetResult.Opened opened ->
                throw new AssertionError("Opened with " + opened.sheet().rowCount());
            case SheetResult.Refused refused -> refused.problems().getFirst();
        };
    }
}
