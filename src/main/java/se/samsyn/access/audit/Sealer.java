package se.samsyn.access.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsyn.access.AccessLog;
import se.samsyn.access.LogFact;
import se.samsyn.access.LogMarks;
import se.samsyn.database.RowScope;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.keys.KeyFault;
import se.samsyn.keys.Keys;
import se.samsyn.keys.Ring;
import se.samsyn.keys.Use;

/**
 * Gives committed lines of the log their places in the chain. Whoever writes a line waits for nobody: the line is marked and queued, and
 * gets its seal afterwards, by one process at a time. A line that the program did not mark is left without a seal, to be found.
 */
/*
 * One transaction holds the turn and reads the head outside the database; a second one adds seals and commits; then the head is written,
 * and the turn is given up. So a head is never written for seals that a crash could take back, and heads come in order. What is found to
 * be lost meanwhile is itself written to the log, and thereby to the chain.
 */
@Service
public class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int AT_ONCE = 2_000;

    private final SealStore store;
    private final HeadFile heads;
    private final LogMarks marks;
    private final Keys keys;
    private final AccessLog log;
    private final Clock clock;
    private final TransactionTemplate turn;
    private final TransactionTemplate alone;

    Sealer(
            SealStore store,
            HeadFile heads,
            LogMarks marks,
            Keys keys,
            AccessLog log,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.heads = heads;
        this.marks = marks;
        this.keys = keys;
        this.log = log;
        this.clock = clock;
        this.turn = new TransactionTemplate(transactions);
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Seals what waits, unless another process is at it. Not to be called inside a transaction.
     *
     * @return how many lines were sealed
     * @throws KeyFault when the key of the log is not there; the lines wait on
     */
    public long seal() {
        return store.anyUnsealed() ? inTurn(this::sealWaiting) : 0;
    }

    /** The chain is what it was when a backup was made: says so in the log and outside it, signed, and goes on from there. */
    Optional<Head> beginAfterRestore() {
        var former = heads.last();
        inTurn(() -> {
            var last = store.last();
            var head = Head.unsigned(
                    Head.Kind.RESTORED,
                    last.map(Link::position).orElse(0L),
                    LogFact.micros(clock.instant()),
                    last.map(Link::seal).orElse(Link.BEGINNING),
                    former.map(Head::position).orElse(0L));
            log.program("RESTORE_BACKUP", null);
            heads.add(head);
            return 0L;
        });
        var restored = heads.last();
        seal();
        return restored;
    }

    private long inTurn(Work work) {
        return RowScope.compiling(
                PlaceCode.NATION,
                () -> Objects.requireNonNull(turn.execute(_ -> store.takeTurn() ? work.run() : Long.valueOf(0))));
    }

    private long sealWaiting() {
        boolean first = isBeginning();
        if (!first) {
            compareWithHead();
        }
        long sealed = 0;
        for (var links = batch(first); links.isPresent(); links = batch(first)) {
            links.filter(some -> !some.isEmpty()).map(List::getLast).ifPresent(this::keep);
            sealed += links.get().size();
        }
        if (store.settleGone() > 0) {
            lost("LOG_LINES_LOST");
        }
        return sealed;
    }

    /** Whether there has never been a chain, so that lines without a mark are those from before. */
    private boolean isBeginning() {
        return store.last().isEmpty()
                && heads.last().filter(head -> head.position() > 0).isEmpty();
    }

    private void compareWithHead() {
        var head = heads.last();
        if (head.isEmpty()) {
            lost("LOG_HEAD_LOST");
        } else if (head.get().position() > 0) {
            var there = store.find(head.get().position());
            if (there.filter(link -> head.get().is(link.seal())).isEmpty()) {
                lost("LOG_TAIL_LOST");
            }
        }
    }

    private void lost(String event) {
        LOG.error("Åtkomstloggen är inte hel ({}): kör ./samsyn audit verify", event);
        log.program(event, null);
    }

    /** Seals some, in a transaction of their own; nothing where none wait. */
    private Optional<List<Link>> batch(boolean first) {
        return Objects.requireNonNull(alone.execute(_ -> {
            var waiting = store.unsealed(AT_ONCE);
            if (waiting.isEmpty()) {
                return Optional.empty();
            }
            LogSignature.requireKey(keys);
            var links = chain(waiting.stream()
                    .filter(written -> (first && written.mark() == null) || isMarked(written))
                    .toList());
            store.add(links);
            store.settle(waiting.stream().map(Written::line).toList());
            return Optional.of(links);
        }));
    }

    private boolean isMarked(Written written) {
        try {
            return marks.fits(written.mark(), written.fact());
        } catch (KeyFault notOurs) {
            return false;
        }
    }

    private List<Link> chain(List<Written> lines) {
        var links = new ArrayList<Link>();
        var last = store.last();
        long position = last.map(Link::position).orElse(0L);
        byte[] before = last.map(Link::seal).orElse(Link.BEGINNING);
        long micros = LogFact.micros(clock.instant());
        for (var line : lines) {
            position++;
            byte[] signed = Link.signed(before, position, line.line(), micros, line.fact());
            before = keys.sign(Ring.of(Use.LOG), signed);
            links.add(new Link(position, line.line(), micros, before, line.fact()));
        }
        return links;
    }

    private void keep(Link last) {
        heads.add(Head.unsigned(Head.Kind.HEAD, last.position(), last.micros(), last.seal(), 0));
    }

    private interface Work {
        Long run();
    }
}
