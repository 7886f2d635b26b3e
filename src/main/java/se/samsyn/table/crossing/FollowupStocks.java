package se.samsyn.table.crossing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsyn.engine.RowsName;
import se.samsyn.engine.Warehouse;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.Readings;
import se.samsyn.table.RowsErased;
import se.samsyn.table.RowsRead;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Stock;
import se.samsyn.table.source.Stocks;
import se.samsyn.web.Texts;

/**
 * What was last read of the followed cases, kept by column. When the results have been read anew, so is this; who asks meanwhile gets
 * the one before, and who has asked of that one gets the answer.
 */
@Component
@Lazy
@Order(1)
class FollowupStocks implements Stocks {

    private final Readings readings;
    private final Warehouse warehouse;
    private final Texts texts;
    private final Map<InstrumentKey, Stock> kept = new ConcurrentHashMap<>();
    private final Map<InstrumentKey, Stock> before = new ConcurrentHashMap<>();
    private final ReentrantLock keeping = new ReentrantLock();

    FollowupStocks(Readings readings, Warehouse warehouse, Texts texts) {
        this.readings = readings;
        this.warehouse = warehouse;
        this.texts = texts;
    }

    @Override
    public List<Stock> stocks() {
        return readings.sets().stream().flatMap(set -> stock(set).stream()).toList();
    }

    @Override
    public Optional<PlaceCode> owner(InstrumentKey set) {
        return readings.sets().contains(set) ? Optional.of(PlaceCode.NATION) : Optional.empty();
    }

    private Optional<Stock> stock(InstrumentKey set) {
        Optional<Dataset> read = readings.latest(set).filter(data -> data.size() > 0);
        Stock held = kept.get(set);
        boolean fresh = held != null
                && warehouse.holds(held.rows())
                && read.filter(data -> data.asOf().equals(held.asOf())).isPresent();
        boolean other = held != null && warehouse.holds(held.rows()) && keeping.isLocked();
        return fresh || other || read.isEmpty() ? Optional.ofNullable(held) : Optional.of(keep(set, read.get()));
    }

    /** Keeps what has been read anew, where anybody has crossed it before. */
    @EventListener
    void read(RowsRead event) {
        if (kept.containsKey(event.set())) {
            stock(event.set());
        }
    }

    /** Throws the rows away, and those that an earlier run of the program left behind. */
    @EventListener
    void erased(RowsErased event) {
        keeping.lock();
        try {
            kept.remove(event.set());
            before.clear();
            warehouse.dropAllBut(kept.values().stream().map(Stock::rows).collect(Collectors.toSet()));
        } finally {
            keeping.unlock();
        }
    }

    private Stock keep(InstrumentKey set, Dataset data) {
        keeping.lock();
        try {
            Stock held = kept.get(set);
            if (held != null && held.asOf().equals(data.asOf()) && warehouse.holds(held.rows())) {
                return held;
            }
            FollowupRows rows = new FollowupRows(data, warehouse, texts);
            RowsName name = warehouse.keep(rows);
            Stock stock = new Stock(rows.codebook(), name, rows.rows(), data.asOf());
            kept.put(set, stock);
            if (held != null) {
                Optional.ofNullable(before.put(set, held)).map(Stock::rows).ifPresent(warehouse::drop);
            }
            return stock;
        } finally {
            keeping.unlock();
        }
    }
}
