package se.samsyn.exchange.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import se.samsyn.exchange.opendata.Progress;
import se.samsyn.indicator.Observation;
import se.samsyn.indicator.Reading;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Place;

/** Files drafted without a database, against the register of places. */
final class IndicatorExamples {

    static final FileWish FROM_SCB = new FileWish("scb", "SCB", Optional.empty());

    private IndicatorExamples() {}

    static PlaceFinder places() {
        try (InputStream in = IndicatorExamples.class.getResourceAsStream("/organisation/places.csv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new PlaceFinder(text.lines()
                    .skip(1)
                    .map(line -> line.split(";", 2))
                    .map(part -> new Place(new PlaceCode(part[0]), part[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Drafted> drafted(FileWish wish, Path... files) throws IOException {
        var drafts = new FileDrafts(
                places(),
                Known.NONE,
                key -> Optional.empty(),
                problem -> problem.fault().code(),
                wish);
        return drafts.of(List.of(files).stream().map(Received::of).toList(), Progress.SILENT);
    }

    static Drafted.Ready ready(Drafted drafted) {
        assertThat(drafted).as("%s", drafted).isInstanceOf(Drafted.Ready.class);
        return (Drafted.Ready) drafted;
    }

    static List<String> refused(Drafted drafted) {
        assertThat(drafted).isInstanceOf(Drafted.Refused.class);
        return ((Drafted.Refused) drafted)
                .troubles().stream().map(Trouble::told).toList();
    }

    static List<Observation> values(Drafted.Ready ready) {
        List<Observation> values = new ArrayList<>();
        ready.delivery().feed().give(values::add, withdrawn -> {});
        return values;
    }

    static List<Observation> withdrawn(Drafted.Ready ready) {
        List<Observation> withdrawn = new ArrayList<>();
        ready.delivery().feed().give(value -> {}, withdrawn::add);
        return withdrawn;
    }

    /** A value in short: what, where, when, whom, and the number or its mark. */
    static String told(Observation value) {
        String group = value.group().isEmpty() ? "" : " " + value.group();
        String number = switch (value.reading()) {
            case Reading.Known known -> String.valueOf(known.value());
            default -> value.reading().mark().orElseThrow();
        };
        return "%s %s %d %s%s: %s"
                .formatted(
                        value.indicator(),
                        value.place(),
                        value.year(),
                        value.sex().letter(),
                        group,
                        number);
    }

    static Path reference(String file) {
        String data = System.getenv("SAMSYN_REFERENCE_DATA");
        Assumptions.assumeTrue(data != null, "SAMSYN_REFERENCE_DATA is not set");
        return Path.of(Objects.requireNonNull(data)).resolve(file);
    }

    static Path file(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
