package se.samsyn.table.release;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.samsyn.kernel.InstrumentKey;

/** The policies of data sets: {@code policies/<data set>.properties} in the data folder; without a file, as by default. */
@Component
class Policies {

    private final Path folder;

    Policies(@Value("${samsyn.data:./samsyn-data}") Path data) {
        this.folder = data.resolve("policies");
    }

    /**
     * The policy of a data set.
     *
     * @throws Policy.Malformed when its file cannot be followed
     */
    Policy of(InstrumentKey set) {
        Path file = folder.resolve(set.value() + ".properties");
        if (!Files.exists(file)) {
            return Policy.USUAL;
        }
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(in);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return Policy.of(read);
    }
}
