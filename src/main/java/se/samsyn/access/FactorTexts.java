package se.samsyn.access;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsyn.keys.KeyFault;
import se.samsyn.keys.Keys;
import se.samsyn.keys.Ring;
import se.samsyn.keys.SealedCount;
import se.samsyn.keys.SealedTexts;

/** The secrets of second factors, for whoever checks keys and turns them: counted and sealed anew, never handed out. */
@Component
class FactorTexts implements SealedTexts {

    private final FactorStore store;
    private final Keys keys;
    private final TransactionTemplate transaction;

    FactorTexts(FactorStore store, Keys keys, TransactionTemplate transaction) {
        this.store = store;
        this.keys = keys;
        this.transaction = transaction;
    }

    @Override
    public Set<Ring> rings() {
        return store.all().isEmpty() ? Set.of() : Set.of(SecondFactors.RING);
    }

    @Override
    public SealedCount count(Ring ring) {
        return store.all().stream().map(kept -> count(ring, kept)).reduce(SealedCount.NONE, SealedCount::plus);
    }

    private SealedCount count(Ring ring, FactorStore.Kept kept) {
        try {
            keys.open(ring, kept.sealed(), SecondFactors.context(kept.account()));
            return keys.isNewest(ring, kept.sealed()) ? SealedCount.NEWEST : SealedCount.OLDER;
        } catch (KeyFault shut) {
            return SealedCount.SHUT;
        }
    }

    /** One that somebody replaces or leaves meanwhile needs nothing: what is written is sealed with the newest key. */
    @Override
    public long sealAnew(Ring ring) {
        return store.all().stream()
                .filter(kept -> count(ring, kept).wantsSealing())
                .filter(kept -> Boolean.TRUE.equals(transaction.execute(_ -> store.replace(kept, anew(ring, kept)))))
                .count();
    }

    private String anew(Ring ring, FactorStore.Kept kept) {
        var context = SecondFactors.context(kept.account());
        return keys.seal(ring, keys.open(ring, kept.sealed(), context), context);
    }
}
