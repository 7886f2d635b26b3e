package se.samsyn.table.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;
import se.samsyn.engine.Engine;
import se.samsyn.table.source.Stock;
import se.samsyn.table.source.Stocks;

/** The door to release sets: the owner's attack before release, and what has been released. */
@Service
public class Releases {

    private static final Duration KEPT = Duration.ofHours(1);

    private final List<Stocks> sources;
    private final Engine engine;
    private final Policies policies;
    private final ReleaseStore store;
    private final Access access;
    private final AccessLog log;
    private final Clock clock;
    private final Map<UUID, Draft> drafts = new ConcurrentHashMap<>();

    /** An attacked set that waits for its owner's word. */
    private record Draft(Actor actor, Attacked attacked, Instant made) {}

    Releases(
            ObjectProvider<Stocks> sources,
            Engine engine,
            Policies policies,
            ReleaseStore store,
            Access access,
            AccessLog log,
            Clock clock) {
        this.sources = sources.orderedStream().toList();
        this.engine = engine;
        this.policies = policies;
        this.store = store;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** The data sets that the one signed in may release tables of. */
    public List<Stock> own() {
        return sources.stream()
                .flatMap(source -> source.stocks().stream())
                .filter(stock -> access.may(
                        Action.RELEASE_TABLES,
                        new Target.OfPlace(stock.codebook().owner())))
                .toList();
    }

    /**
     * The policy of a data set.
     *
     * @throws ReleaseFault when its file cannot be followed
     */
    public Policy policy(Stock stock) {
        try {
            return policies.of(stock.codebook().set());
        } catch (Policy.Malformed malformed) {
            throw new ReleaseFault("policy", stock.codebook().set() + ".properties", malformed.key());
        }
    }

    private Stock stock(Declared declared) {
        return own().stream()
                .filter(stock -> stock.codebook().set().equals(declared.set()))
                .findFirst()
                .orElseThrow(NotFoundOrDenied::new);
    }

    /**
     * Protects and attacks a set, and keeps the outcome an hour for its owner to look at.
     *
     * @throws ReleaseFault when it cannot be laid out, or comes too near what was released of earlier rows
     */
    public UUID attack(Declared declared) {
        Stock stock = stock(declared);
        drafts.values().removeIf(draft -> draft.made().isBefore(clock.instant().minus(KEPT)));
        UUID id = UUID.randomUUID();
        drafts.put(id, new Draft(access.actor(), attacked(declared, stock), clock.instant()));
        return id;
    }

    private Attacked attacked(Declared declared, Stock stock) {
        String rows = stock.rows().value();
        List<Released> earlier = store.of(declared.set());
        List<Released> same = earlier.stream()
                .filter(release -> release.rows().equals(rows)
                        && release.declared().period().equals(declared.period()))
                .toList();
        Policy policy = policy(stock);
        Layout layout = new Layout(
                stock, declared, same.stream().map(Released::declared).toList(), policy, engine);
        Attacked attacked = new ReleaseRun(layout, policy, ReleaseRun.known(same)).run(declared, rows);
        if (attacked.shown().values().stream().noneMatch(Optional::isPresent)) {
            throw new ReleaseFault("hides-all");
        }
        earlier.stream()
                .filter(release -> !release.rows().equals(rows)
                        && release.declared().period().equals(declared.period()))
                .forEach(release -> farFrom(release, attacked, policy));
        return attacked;
    }

    /** Of newer rows than an earlier release's, a count may be the same or differ by enough, but not by few persons. */
    private static void farFrom(Released earlier, Attacked now, Policy policy) {
        earlier.cells().forEach((name, before) -> {
            Optional<Long> after = now.shown().getOrDefault(name, Optional.empty());
            if (before.isPresent() && after.isPresent()) {
                long difference = Math.abs(before.get() - after.get());
                if (difference > 0 && difference < policy.persons()) {
                    throw new ReleaseFault("near-earlier", earlier.name(), policy.persons());
                }
            }
        });
    }

    /** An attacked set of the one signed in. */
    public Attacked draft(UUID id) {
        return Optional.ofNullable(drafts.get(id))
                .filter(draft -> draft.actor().id().equals(access.actor().id()))
                .map(Draft::attacked)
                .orElseThrow(NotFoundOrDenied::new);
    }

    /**
     * Releases an attacked set: freezes and publishes it.
     *
     * @throws ReleaseFault when it is not safe, or something was released or read anew since it was attacked
     */
    @Transactional
    public UUID release(UUID id, String name) {
        Attacked attacked = draft(id);
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > 120) {
            throw new ReleaseFault("name", 120);
        }
        if (!attacked.report().isSafe()) {
            throw new ReleaseFault("unsafe", attacked.report().exact());
        }
        store.lock();
        Stock stock = stock(attacked.declared());
        Attacked again = attacked(attacked.declared(), stock);
        String text = ReleaseStore.text(attacked.shown());
        if (!again.rows().equals(attacked.rows())
                || !ReleaseStore.text(again.shown()).equals(text)) {
            throw new ReleaseFault("changed");
        }
        Actor actor = access.actor();
        Released released = new Released(
                id,
                stock.codebook().owner(),
                attacked.declared(),
                attacked.rows(),
                plain,
                attacked.report(),
                attacked.shown(),
                hash(text),
                clock.instant());
        store.add(released, actor.id());
        log.record(actor, Action.RELEASE_TABLES.name(), Purpose.FOLLOW_UP, id.toString(), actor.place());
        drafts.remove(id);
        return id;
    }

    private static String hash(String text) {
        try {
            byte[] made = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(made);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    /** Everything released, the newest first; for whoever may read results. */
    public List<Released> all() {
        access.require(Action.READ_RESULTS, new Target.OfPlace(access.actor().place()));
        return store.all();
    }

    /** One release. */
    public Released find(UUID id) {
        access.require(Action.READ_RESULTS, new Target.OfPlace(access.actor().place()));
        return store.find(id).orElseThrow(NotFoundOrDenied::new);
    }

    /** The codebook of a data set, if it is still there. */
    public Optional<Stock> about(Declared declared) {
        return sources.stream()
                .flatMap(source -> source.stocks().stream())
                .filter(stock -> stock.codebook().set().equals(declared.set()))
                .findFirst();
    }
}
