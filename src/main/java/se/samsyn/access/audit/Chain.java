package se.samsyn.access.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import se.samsyn.access.LogFact;
import se.samsyn.database.RowScope;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.keys.Keys;

/** The chain of the access log, for whoever wants to know whether it is whole. */
@Service
class Chain {

    private static final Pattern NOTED = Pattern.compile("(\\d{1,18}):([0-9a-fA-F]{2,200})");

    private final SealStore store;
    private final HeadFile heads;
    private final Sealer sealer;
    private final Keys keys;

    Chain(SealStore store, HeadFile heads, Sealer sealer, Keys keys) {
        this.store = store;
        this.heads = heads;
        this.sealer = sealer;
        this.keys = keys;
    }

    /**
     * Seals what waits, and goes through the chain. What has been lost of the head is seen before anything is sealed.
     *
     * @param since only what has been sealed from then on; nothing for all
     * @param told is told of each finding as it is made
     * @throws se.samsyn.keys.KeyFault when the key of the log is not there
     */
    Verdict verify(Optional<Instant> since, Optional<Head> noted, Consumer<Finding> told) {
        sealAll();
        return RowScope.compiling(
                PlaceCode.NATION,
                () -> new Verification(store, heads, keys, told)
                        .run(since.flatMap(from -> store.lastBefore(LogFact.micros(from))), noted));
    }

    /** The last place of the chain, once all that waits is sealed. */
    Optional<Link> head() {
        sealAll();
        return store.last();
    }

    /** Twice, since what the first finds to be lost is itself written to the log. */
    private void sealAll() {
        sealer.seal();
        sealer.seal();
    }

    /** A head as it is written down. */
    static String words(Link last) {
        return last.position() + ":" + HexFormat.of().formatHex(last.seal());
    }

    /** A head that was written down; nothing where it cannot be read. */
    static Optional<Head> noted(String words) {
        var found = NOTED.matcher(words.strip());
        return found.matches()
                ? Optional.of(new Head(
                        Head.Kind.HEAD,
                        Long.parseLong(found.group(1)),
                        0,
                        found.group(2).toLowerCase(Locale.ROOT),
                        0,
                        ""))
                : Optional.empty();
    }
}
