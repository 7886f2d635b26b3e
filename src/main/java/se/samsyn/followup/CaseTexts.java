package se.samsyn.followup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsyn.database.RowScope;
import se.samsyn.instrument.AnswersJson;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.keys.Ring;
import se.samsyn.keys.SealedCount;
import se.samsyn.keys.SealedTexts;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;

/** What people have written in cases, for whoever checks keys and turns them: counted and sealed anew, never handed out. */
@Component
class CaseTexts implements SealedTexts {

    private static final int BATCH = 500;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final SealingStore store;
    private final FreeText texts;
    private final Organisations organisations;
    private final TransactionTemplate transaction;

    CaseTexts(SealingStore store, FreeText texts, Organisations organisations, TransactionTemplate transaction) {
        this.store = store;
        this.texts = texts;
        this.organisations = organisations;
        this.transaction = transaction;
    }

    @Override
    public Set<Ring> rings() {
        return RowScope.compiling(PlaceCode.NATION, store::municipalities).stream()
                .map(FreeText::ring)
                .collect(Collectors.toSet());
    }

    @Override
    public SealedCount count(Ring ring) {
        var place = place(ring);
        return RowScope.compiling(place, () -> {
            var count = SealedCount.NONE;
            for (var table : SealingStore.Table.values()) {
                for (var batch : batches(store.rows(table, units(place)))) {
                    for (var row : store.read(table, batch)) {
                        count = count.plus(count(table, place, row));
                    }
                }
            }
            return count;
        });
    }

    @Override
    public long sealAnew(Ring ring) {
        var place = place(ring);
        return RowScope.working(units(place), "", () -> {
            long sealed = 0;
            for (var table : SealingStore.Table.values()) {
                sealed += sealAnew(table, place);
            }
            return sealed;
        });
    }

    /** Rows that others hold are tried again until they have let go of them. */
    private long sealAnew(SealingStore.Table table, PlaceCode place) {
        long sealed = 0;
        var left = store.rows(table, units(place));
        while (!left.isEmpty()) {
            List<UUID> passed = new ArrayList<>();
            for (var batch : batches(left)) {
                sealed += batch(table, place, batch, passed);
            }
            left = passed.isEmpty() ? passed : store.there(table, passed);
            if (!left.isEmpty()) {
                pause();
            }
        }
        return sealed;
    }

    private long batch(SealingStore.Table table, PlaceCode place, List<UUID> ids, List<UUID> passed) {
        return transaction.execute(_ -> {
            var held = store.hold(table, ids);
            var old = held.stream()
                    .filter(row -> count(table, place, row).wantsSealing())
                    .toList();
            store.write(table, old.stream().map(row -> anew(table, place, row)).toList());
            var met = held.stream().map(SealingStore.Stored::id).collect(Collectors.toSet());
            ids.stream().filter(id -> !met.contains(id)).forEach(passed::add);
            return old.stream()
                    .map(row -> count(table, place, row))
                    .mapToLong(count -> count.older() + count.plain())
                    .sum();
        });
    }

    private SealedCount count(SealingStore.Table table, PlaceCode place, SealingStore.Stored row) {
        return switch (table) {
            case GOAL -> texts.count(place, new GoalId(row.id()), row.text());
            case OCCASION -> texts.count(place, new OccasionId(row.id()), AnswersJson.read(row.text()));
        };
    }

    private SealingStore.Stored anew(SealingStore.Table table, PlaceCode place, SealingStore.Stored row) {
        return new SealingStore.Stored(
                row.id(),
                switch (table) {
                    case GOAL -> texts.anew(place, new GoalId(row.id()), row.text());
                    case OCCASION ->
                        AnswersJson.write(texts.anew(place, new OccasionId(row.id()), AnswersJson.read(row.text())));
                });
    }

    private Set<UnitId> units(PlaceCode place) {
        return organisations.units(place).stream().map(Unit::id).collect(Collectors.toSet());
    }

    private static PlaceCode place(Ring ring) {
        return ring.municipality().orElseThrow();
    }

    private static <T> List<List<T>> batches(List<T> all) {
        var batches = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        return batches;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The sealing was stopped; the next one goes on", stopped);
        }
    }
}
