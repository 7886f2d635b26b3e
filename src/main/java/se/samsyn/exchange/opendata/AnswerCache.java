package se.samsyn.exchange.opendata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Answers kept as files, one each, named by the hash of what was asked. A file begins with a line that holds the form's name, the
 * time of fetch and the hash of the answer; the answer's own bytes follow. A file that does not fit its own line is dropped, and one
 * that is older than the age is dropped and fetched anew.
 */
final class AnswerCache {

    private static final String FORM = "samsyn-answer/1";
    private static final String ENDING = ".answer";
    private static final int LONGEST_LINE = 200;

    private final Path folder;
    private final Duration age;
    private final Timing timing;

    AnswerCache(Path folder, Duration age, Timing timing) {
        this.folder = folder;
        this.age = age;
        this.timing = timing;
    }

    Optional<Answer> find(Ask ask) {
        Path file = file(ask);
        try {
            Optional<Answer> kept = parse(ask, Files.readAllBytes(file));
            if (kept.isEmpty()) {
                Files.deleteIfExists(file);
            }
            return kept;
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException fault) {
            throw unusable();
        }
    }

    private Optional<Answer> parse(Ask ask, byte[] file) {
        int end = 0;
        while (end < file.length && end < LONGEST_LINE && file[end] != '\n') {
            end++;
        }
        String[] line = new String(file, 0, end, StandardCharsets.UTF_8).split(" ");
        if (end == file.length || line.length != 3 || !line[0].equals(FORM)) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOfRange(file, end + 1, file.length);
        if (!line[2].equals(hash(body))) {
            return Optional.empty();
        }
        try {
            Instant fetched = Instant.parse(line[1]);
            Instant now = timing.now();
            boolean young = !fetched.plus(age).isBefore(now) && !fetched.isAfter(now);
            return young
                    ? Optional.of(new Answer(ask, new AnswerBytes(body), fetched, Answer.Came.FROM_CACHE))
                    : Optional.empty();
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    void keep(Answer answer) {
        if (answer.came() == Answer.Came.FROM_CACHE) {
            return;
        }
        byte[] line = "%s %s %s\n"
                .formatted(FORM, answer.fetchedAt(), hash(answer.bytes()))
                .getBytes(StandardCharsets.UTF_8);
        try {
            Files.createDirectories(folder);
            Path whole = Files.createTempFile(folder, "new", ".part");
            try (var out = Files.newOutputStream(whole)) {
                out.write(line);
                out.write(answer.bytes());
            }
            Files.move(whole, file(answer.ask()), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException fault) {
            throw unusable();
        }
    }

    void drop(Ask ask) {
        try {
            Files.deleteIfExists(file(ask));
        } catch (IOException fault) {
            throw unusable();
        }
    }

    /** Drops what is too old to be used, so that the folder does not grow for ever. */
    void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant oldest = timing.now().minus(age);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException fault) {
            throw unusable();
        }
    }

    private Refusal unusable() {
        return new Refusal(
                OpenDataFault.FILE, folder.toString(), "Mappen för hämtade svar går inte att läsa eller skriva i.");
    }

    private Path file(Ask ask) {
        return folder.resolve(hash(ask.key().getBytes(StandardCharsets.UTF_8)) + ENDING);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
