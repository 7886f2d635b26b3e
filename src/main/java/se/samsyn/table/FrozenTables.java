package se.samsyn.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Target;
import se.samsyn.kernel.InstrumentKey;

/**
 * The door to protected tables that outlive the rows behind them: frozen before rows are erased, and read and taken out afterwards as
 * any protected table.
 */
@Service
public class FrozenTables {

    private static final int AT_A_TIME = 200;

    private final Results results;
    private final FrozenStore store;
    private final Access access;
    private final Clock clock;

    FrozenTables(Results results, FrozenStore store, Access access, Clock clock) {
        this.results = results;
        this.store = store;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Freezes every protected table of these places and years as last compiled, and gives how many there are. Whoever freezes the same
     * occasion again adds what was missing. Not to be called inside a transaction.
     */
    public int freeze(UUID occasion, InstrumentKey set, Collection<Where> places, Collection<Span> spans) {
        List<FrozenStore.Text> texts = new ArrayList<>();
        int frozen = 0;
        for (Where where : places) {
            for (Span span : spans) {
                for (TableKey key : results.keys(set, where, span)) {
                    results.print(key).map(FrozenTables::text).ifPresent(texts::add);
                    if (texts.size() == AT_A_TIME) {
                        frozen += write(occasion, texts);
                    }
                }
            }
        }
        return frozen + write(occasion, texts);
    }

    private int write(UUID occasion, List<FrozenStore.Text> texts) {
        int size = texts.size();
        if (size > 0) {
            store.add(occasion, texts, clock.instant());
            texts.clear();
        }
        return size;
    }

    private static FrozenStore.Text text(ProtectedTable table) {
        String contents = FrozenJson.write(table);
        return new FrozenStore.Text(table, contents, hash(contents));
    }

    /** What is frozen, for whoever may read results; the latest first. */
    public List<Frozen> all() {
        mayRead();
        return store.all();
    }

    /** The tables about a place and years that were frozen together. */
    public List<ProtectedTable> tables(UUID occasion, Where where, Span span) {
        mayRead();
        List<String> contents = store.contents(occasion, where, span);
        if (contents.isEmpty()) {
            throw new NotFoundOrDenied();
        }
        return contents.stream().map(FrozenJson::read).toList();
    }

    /** One frozen table. */
    public Optional<ProtectedTable> find(UUID occasion, TableKey key) {
        mayRead();
        return store.contents(occasion, key).map(FrozenJson::read);
    }

    private void mayRead() {
        access.require(Action.READ_RESULTS, new Target.OfPlace(access.actor().place()));
    }

    private static String hash(String text) {
        try {
            byte[] made = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(made);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
