package se.samsyn.table.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samsyn.table.crossing.PublicCells;
import se.samsyn.table.source.Stock;

/** Tells crossings what has been released of the same rows. */
@Component
class Published implements PublicCells {

    private final ReleaseStore store;

    Published(ReleaseStore store) {
        this.store = store;
    }

    @Override
    public Map<String, Optional<Long>> of(Stock stock) {
        List<Released> same = store.of(stock.codebook().set()).stream()
                .filter(release -> release.rows().equals(stock.rows().value())
                        && release.declared().period().isEmpty())
                .toList();
        return ReleaseRun.known(same);
    }
}
