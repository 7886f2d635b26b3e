package se.samsyn.table.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samsyn.table.crossing.PublicCells;
import se.samsyn.table.source.Codebook;
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
        Codebook codebook = stock.codebook();
        Map<String, Optional<Long>> cells = new HashMap<>();
        store.of(codebook.set()).stream()
                .filter(release -> release.rows().equals(stock.rows().value()))
                .filter(release -> isOfLast(release.declared().settled(codebook), codebook))
                .forEach(release -> Earlier.known(List.of(release)).forEach((name, count) -> {
                    if (!release.declared().isByPeriod(codebook) || isOfOnePeriod(name, codebook)) {
                        cells.put(name, count);
                    }
                }));
        return cells;
    }

    /** Crossings are of the last period where they do not name one. */
    private static boolean isOfLast(Declared declared, Codebook codebook) {
        return declared.period().isEmpty()
                || declared.period()
                        .equals(Optional.of(codebook.periods().getLast().code()));
    }

    private static boolean isOfOnePeriod(String name, Codebook codebook) {
        String period = codebook.fields().get(codebook.period().orElseThrow()).key() + "=";
        return Stream.of(name.split(";")).anyMatch(part -> part.startsWith(period));
    }
}
