package se.samsyn.exchange;

import java.util.List;
import java.util.stream.Stream;

/** How a file lays out cases and occasions. */
public sealed interface Shape {

    /** The columns that tell when occasions were. */
    List<String> columns();

    /** A row for each case; each column belongs to one of the waves. */
    record RowPerCase(List<Wave> waves) implements Shape {
        /** Checks that there is at least one wave and no key twice. */
        public RowPerCase {
            waves = List.copyOf(waves);
            if (waves.isEmpty() || waves.stream().map(Wave::key).distinct().count() < waves.size()) {
                throw new IllegalArgumentException("A wide file has at least one wave, each with a key of its own");
            }
        }

        @Override
        public List<String> columns() {
            return waves.stream().flatMap(wave -> wave.dateColumn().stream()).toList();
        }
    }

    /** A row for each occasion. */
    record RowPerOccasion(TimeColumn time) implements Shape {

        @Override
        public List<String> columns() {
            return Stream.concat(Stream.of(time.column()), time.dateColumn().stream())
                    .toList();
        }
    }
}
