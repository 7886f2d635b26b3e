package se.samsyn.table.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
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
import se.samsyn.kernel.UnderWay;
import se.samsyn.table.source.Codebook;
import se.samsyn.table.source.Stock;
import se.samsyn.table.source.Stocks;

/** The door to release sets: the owner's attack before release, and what has been released. */
@Service
public class Releases implements DisposableBean {

    private static final int AT_ONCE = 2;
    private static final Duration KEPT = Duration.ofHours(1);

    private final List<Stocks> sources;
    private final Engine engine;
    private final Policies policies;
    private final ReleaseStore store;
    private final Access access;
    private final AccessLog log;
    private final Clock clock;
    private final UnderWay<Proposal> underWay;

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
        this.underWay = new UnderWay<>("release", AT_ONCE, KEPT, clock);
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

    /** Begins to protect and attack a set, and keeps the outcome an hour for its owner to look at. */
    public UUID attack(Declared declared) {
        Stock stock = stock(declared);
        return underWay.begin(access.actor().id(), step -> {
            try {
                return attacked(declared.settled(stock.codebook()), stock, step);
            } catch (ReleaseFault fault) {
                return new Proposal.Refused(declared, fault);
            } catch (Engine.RowsMissing _) {
                return new Proposal.Refused(declared, new ReleaseFault("changed"));
            }
        });
    }

    /** How far the attack on a set of the one signed in has come, once it is done or this time has passed. */
    public UnderWay.Stage<Proposal> look(UUID id, Duration patience) {
        return underWay.look(id, access.actor().id(), patience).orElseThrow(NotFoundOrDenied::new);
    }

    /** Gives an attack up. */
    public void giveUp(UUID id) {
        if (!underWay.giveUp(id, access.actor().id())) {
            throw new NotFoundOrDenied();
        }
    }

    private Attacked attacked(Declared declared, Stock stock, Consumer<String> step) {
        step.accept("counting");
        String rows = stock.rows().value();
        List<Released> earlier = store.of(declared.set());
        List<Released> ofRows =
                earlier.stream().filter(release -> release.rows().equals(rows)).toList();
        refuseOtherPeriods(declared, earlier, stock.codebook());
        List<Released> same = ofRows.stream()
                .filter(release ->
                        release.declared().settled(stock.codebook()).period().equals(declared.period()))
                .toList();
        Policy policy = policy(stock);
        List<Released> others = earlier.stream()
                .filter(release -> !release.rows().equals(rows)
                        && release.declared().period().equals(declared.period()))
                .toList();
        Earlier known = new Earlier(stock.codebook(), declared, same, others);
        Layout layout = new Layout(stock, declared, known, policy, engine);
        Attacked attacked = new ReleaseRun(layout, policy, known).run(declared, basis(stock, earlier, policy), step);
        if (attacked.shown().values().stream().noneMatch(Optional::isPresent)) {
            throw new ReleaseFault("hides-all");
        }
        others.stream()
                .collect(Collectors.groupingBy(Released::rows))
                .values()
                .forEach(together -> farFrom(together, attacked, policy, stock.codebook()));
        return attacked;
    }

    /** Tables by period and tables of one period are of the same persons, but cannot be laid out together. */
    private static void refuseOtherPeriods(Declared declared, List<Released> earlier, Codebook codebook) {
        earlier.stream()
                .filter(release -> release.declared().isByPeriod(codebook) != declared.isByPeriod(codebook))
                .findFirst()
                .ifPresent(other -> {
                    throw new ReleaseFault("other-periods", other.name());
                });
    }

    /** What an attack rests on. */
    private static Attacked.Basis basis(Stock stock, List<Released> earlier, Policy policy) {
        return new Attacked.Basis(
                stock.rows().value(), earlier.stream().map(Released::id).collect(Collectors.toSet()), policy);
    }

    /** Of newer rows than those of earlier releases, a count that both tell may be the same or differ by enough, but not by few persons. */
    private static void farFrom(List<Released> earlier, Attacked now, Policy policy, Codebook codebook) {
        List<Derived.Shown> then = earlier.stream()
                .map(release -> new Derived.Shown(
                        new Groups(release.codebook().orElse(codebook)), release.declared(), release.cells()))
                .toList();
        List<Derived.Shown> anew = List.of(new Derived.Shown(new Groups(codebook), now.declared(), now.shown()));
        Derived derived =
                new Derived(Stream.concat(then.stream(), anew.stream()).toList());
        Map<String, Long> before = derived.told(then);
        derived.told(anew).forEach((name, after) -> {
            long difference = Math.abs(before.getOrDefault(name, after) - after);
            if (difference > 0 && difference < policy.persons()) {
                throw new ReleaseFault("near-earlier", earlier.getFirst().name(), policy.persons());
            }
        });
    }

    /** An attacked set of the one signed in. */
    public Attacked draft(UUID id) {
        return switch (look(id, Duration.ZERO)) {
            case UnderWay.Stage.Done<Proposal>(Attacked attacked) -> attacked;
            default -> throw new NotFoundOrDenied();
        };
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
            throw new ReleaseFault("unsafe", attacked.report().told());
        }
        store.lock();
        Stock stock = stock(attacked.declared());
        Attacked.Basis now = basis(stock, store.of(attacked.declared().set()), policy(stock));
        if (!attacked.basis().equals(now)) {
            throw new ReleaseFault("changed");
        }
        String text = ReleaseStore.text(attacked.shown());
        Actor actor = access.actor();
        Released released = new Released(
                id,
                stock.codebook().owner(),
                attacked.declared(),
                attacked.basis().rows(),
                plain,
                attacked.report(),
                attacked.shown(),
                hash(text),
                clock.instant(),
                Optional.of(stock.codebook().only(attacked.declared().fields())));
        store.add(released, actor.id());
        log.record(actor, Action.RELEASE_TABLES.name(), Purpose.FOLLOW_UP, id.toString(), actor.place());
        underWay.forget(id, actor.id());
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

    /** One release, to take away. */
    public Released export(UUID id) {
        Released released = find(id);
        Actor actor = access.actor();
        access.require(Action.EXPORT_TABLE, new Target.OfPlace(actor.place()));
        log.record(actor, Action.EXPORT_TABLE.name(), Purpose.FOLLOW_UP, id.toString(), actor.place());
        return released;
    }

    /** Whether the one signed in releases tables at their own place. */
    public boolean mayRelease() {
        return access.may(
                Action.RELEASE_TABLES, new Target.OfPlace(access.actor().place()));
    }

    /** Whether a release is of the one signed in, who may see how it was protected. */
    public boolean isOwn(Released released) {
        return access.may(Action.RELEASE_TABLES, new Target.OfPlace(released.owner()));
    }

    /** The codebook of a data set, if it is still there. */
    public Optional<Stock> about(Declared declared) {
        return sources.stream()
                .flatMap(source -> source.stocks().stream())
                .filter(stock -> stock.codebook().set().equals(declared.set()))
                .findFirst();
    }

    @Override
    public void destroy() {
        underWay.close();
    }
}
