package se.samsyn.exchange.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Questions, answers and clients for the tests. */
final class OpenDataExamples {

    static final Manners BRISK = new Manners(
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8)),
            Duration.ofSeconds(120),
            200_000,
            20);

    private OpenDataExamples() {}

    static Kolada kolada(URI base, StandInTime time, Optional<Path> cache, Manners manners) {
        return Kolada.over(new KoladaSource.Web(base, cache, Duration.ofHours(24), manners), time, new Gate(time));
    }

    static List<KoladaId> ids(String... ids) {
        return Arrays.stream(ids).map(KoladaId::new).toList();
    }

    static String row(String kpi, String at, String period, String... values) {
        return "{\"kpi\":\"%s\",\"municipality\":\"%s\",\"period\":%s,\"values\":[%s]}"
                .formatted(kpi, at, period, String.join(",", values));
    }

    static String value(String gender, String value) {
        return "{\"gender\":\"%s\",\"value\":%s,\"status\":\"\",\"count\":1,\"isdeleted\":false}"
                .formatted(gender, value);
    }

    static String page(String next, String... rows) {
        return "{\"count\":%d,\"values\":[%s],\"next_url\":%s,\"previous_url\":null}"
                .formatted(rows.length, String.join(",", rows), next.isEmpty() ? "null" : '"' + next + '"');
    }

    static <T> Fetched.Complete<T> complete(Fetched<T> fetched) {
        return switch (fetched) {
            case Fetched.Complete<T> complete -> complete;
            case Fetched.Refused<T> refused ->
                throw new AssertionError(refused.problem().text());
        };
    }

    static <T> OpenDataProblem refused(Fetched<T> fetched, OpenDataFault fault) {
        return switch (fetched) {
            case Fetched.Complete<T> complete -> throw new AssertionError("complete: " + complete.value());
            case Fetched.Refused<T> refused -> {
                assertThat(refused.problem().fault()).isEqualTo(fault);
                assertThat(refused.problem().text()).contains(fault.remedy()).endsWith(".");
                yield refused.problem();
            }
        };
    }

    static Path reference(String file) {
        String folder = System.getenv("SAMSYN_REFERENCE_DATA");
        Assumptions.assumeTrue(folder != null, "SAMSYN_REFERENCE_DATA is not set");
        return Path.of(folder, "kolada", file);
    }
}
