package se.samsyn.followup.retention;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsyn.database.AfterRestore;
import se.samsyn.database.RowScope;
import se.samsyn.database.RowScope.Task;
import se.samsyn.followup.KeptCases;
import se.samsyn.followup.retention.Erasure.Line;

/** Erases anew what a restored backup brought back, and puts the receipts back that it did not know of. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErasedAgain implements AfterRestore {

    private static final String NO_LIST =
            "I datamappen finns ingen lista över gallrade ärenden (erased/tombstones). Har något gallrats sedan kopian gjordes:"
                    + " kopiera dit mappen erased från den förra datamappen och återställ igen, annars är de ärendena tillbaka.";

    private final Tombstones tombstones;
    private final KeptCases cases;
    private final ErasureStore store;
    private final Eraser eraser;
    private final TransactionTemplate transaction;

    ErasedAgain(
            Tombstones tombstones,
            KeptCases cases,
            ErasureStore store,
            Eraser eraser,
            TransactionTemplate transaction) {
        this.tombstones = tombstones;
        this.cases = cases;
        this.store = store;
        this.eraser = eraser;
        this.transaction = transaction;
    }

    @Override
    public Optional<String> restored(Instant asOf) {
        var read = tombstones.read();
        int gone = 0;
        for (var erased : read.erased()) {
            gone += isTakenBack(erased) ? 0 : again(erased);
        }
        if (!tombstones.areThere()) {
            return Optional.of(NO_LIST);
        }
        if (gone == 0 && read.unreadable() == 0) {
            return Optional.empty();
        }
        var said = "Gallrat på nytt: " + gone + " ärenden som hade gallrats efter att säkerhetskopian gjordes.";
        return Optional.of(
                read.unreadable() == 0
                        ? said
                        : said + " OBS: " + read.unreadable()
                                + " rader i listan över gallrade ärenden (erased/tombstones)"
                                + " har fel signatur eller saknar sin nyckel och har inte följts."
                                + " Lägg tillbaka nyckelmappen och återställ igen; se docs/drift.md.");
    }

    /** An erasure that was written down but never carried out, and that was declined or withdrawn afterwards. */
    private boolean isTakenBack(Erasure erased) {
        return RowScope.compiling(erased.municipality(), () -> store.find(erased.id()))
                .filter(known -> known.state() == Erasure.State.WITHDRAWN || known.state() == Erasure.State.DECLINED)
                .isPresent();
    }

    /** The figures are frozen from the rows that came back, should they not have been there. */
    private int again(Erasure erased) {
        var ids = erased.lines().stream().map(Line::of).toList();
        boolean back = RowScope.working(
                Set.of(erased.unit()), Task.READ, "", () -> !cases.moments(ids).isEmpty());
        if (back) {
            eraser.freeze(erased);
        }
        int gone = RowScope.working(
                Set.of(erased.unit()),
                Task.ERASE,
                "",
                () -> transaction.execute(_ -> {
                    store.putBack(erased);
                    return cases.erase(ids);
                }));
        if (back) {
            eraser.forget(erased);
        }
        return gone;
    }
}
