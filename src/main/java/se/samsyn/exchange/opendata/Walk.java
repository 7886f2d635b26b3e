package se.samsyn.exchange.opendata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is noted on the way through an answer: its age, its pages, and what the reader should know of. */
final class Walk {

    private static final class Times {
        private final String example;
        private long count;

        Times(String example) {
            this.example = example;
        }
    }

    private final Progress progress;
    private final Map<String, Times> warnings = new LinkedHashMap<>();
    private @Nullable Instant oldest;
    private long pages;

    Walk(Progress progress) {
        this.progress = progress;
    }

    /** A page came; the oldest one is the age of the answer. */
    void page(Instant fetchedAt, long parts, long ofParts) {
        oldest = oldest == null || fetchedAt.isBefore(oldest) ? fetchedAt : oldest;
        pages++;
        if (progress.page(pages, parts, ofParts) == Progress.Next.STOP) {
            throw new Refusal(OpenDataFault.STOPPED, "", "Hämtningen avbröts.");
        }
    }

    long pages() {
        return pages;
    }

    /** Counts what is warned of by its text; the first example is told. */
    void warn(String text, String example) {
        warnings.computeIfAbsent(text, fresh -> new Times(example)).count++;
    }

    <T> Fetched<T> complete(T value, List<String> unknown, Instant now) {
        var told = new ArrayList<String>();
        warnings.forEach((text, times) -> told.add(
                times.example.isEmpty()
                        ? text + "."
                        : "%s (%d gånger, först: %s).".formatted(text, times.count, times.example)));
        return new Fetched.Complete<>(value, oldest == null ? now : oldest, unknown, told);
    }
}
