package se.samsyn.exchange.opendata;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where Kolada's answers come from. */
public sealed interface KoladaSource {

    /** The API, version 3. No key and no agreement is needed; whoever shows its raw values writes {@link Kolada#CREDIT}. */
    URI PUBLIC = URI.create("https://api.kolada.se/v3");

    /**
     * The API over the network.
     *
     * @param base address of the API, as a rule {@link #PUBLIC}
     * @param cache folder where answers are kept; empty keeps none
     * @param age how old a kept answer may be before it is fetched anew
     */
    record Web(URI base, Optional<Path> cache, Duration age, Manners manners) implements KoladaSource {

        /** Checks the address. */
        public Web {
            base = Addresses.base(base);
        }

        /** The public API; answers are kept for a day. */
        public static Web open(Path cache) {
            return new Web(PUBLIC, Optional.of(cache), Duration.ofDays(1), Manners.USUAL);
        }
    }

    /**
     * Answers of v3, or of the older v2, saved as files. Folders are read with what lies in them, files whose names end in
     * {@code .json}; a file may hold any of Kolada's lists, told by what its rows say.
     */
    record Saved(List<Path> paths) implements KoladaSource {

        /** Copies the paths. */
        public Saved {
            paths = List.copyOf(paths);
        }
    }
}
