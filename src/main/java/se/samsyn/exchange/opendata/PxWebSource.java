package se.samsyn.exchange.opendata;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A database behind PxWeb API v2.
 *
 * @param base address up to and with the version
 * @param language two letters; texts come in it where the database has it
 * @param cache folder where answers are kept; empty keeps none
 * @param age how old a kept answer may be before it is fetched anew
 */
public record PxWebSource(URI base, String language, Optional<Path> cache, Duration age, Manners manners) {

    /** Statistics Sweden's database. */
    public static final URI STATISTICS_SWEDEN = URI.create("https://statistikdatabasen.scb.se/api/v2");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z]{2,4})?");

    /** Checks the address and the language. */
    public PxWebSource {
        base = Addresses.base(base);
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException("A language is two letters, such as sv");
        }
    }

    /** Statistics Sweden's database in Swedish; answers are kept for a day. */
    public static PxWebSource open(Path cache) {
        return new PxWebSource(STATISTICS_SWEDEN, "sv", Optional.of(cache), Duration.ofDays(1), Manners.USUAL);
    }
}
