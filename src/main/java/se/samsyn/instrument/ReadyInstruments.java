package se.samsyn.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;

/**
 * The instruments that come with Samsyn, {@code instruments/*.json}. They are taken into use for the nation when Samsyn starts,
 * before the first page is served: a new one as version 1, a changed one as the next version, an unchanged one not at all.
 */
@Component
class ReadyInstruments implements SmartInitializingSingleton {

    private final InstrumentStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReadyInstruments(InstrumentStore store, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        all().forEach(form -> transaction.executeWithoutResult(status -> load(form)));
    }

    /** The forms as they lie in the program, by key. */
    static List<Form> all() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:instruments/*.json"))
                    .map(ReadyInstruments::read)
                    .sorted(Comparator.comparing(form -> form.id().key().value()))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The ready instruments cannot be listed", failure);
        }
    }

    private static Form read(Resource resource) {
        try {
            return FormJson.read(resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("The ready instrument cannot be read: " + resource, failure);
        }
    }

    /** Takes the form into use for the nation unless it has been before: what the nation has changed since stays as it is. */
    void load(Form form) {
        InstrumentKey key = form.id().key();
        store.lock(key, PlaceCode.NATION);
        boolean known = store.used(key, PlaceCode.NATION).stream()
                .anyMatch(used -> form.as(used.id()).equals(used));
        if (known) {
            return;
        }
        store.removeDraft(key, PlaceCode.NATION);
        Form next = form.as(new FormId(key, PlaceCode.NATION, store.nextNumber(key, PlaceCode.NATION)));
        store.addDraft(next);
        store.retire(key, PlaceCode.NATION);
        store.use(next.id(), clock.instant());
    }
}
