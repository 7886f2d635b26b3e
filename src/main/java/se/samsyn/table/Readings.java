package se.samsyn.table;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Listed;

/** What was last read of each data set, for the modules nested in this one. */
@Service
public class Readings {

    private final Snapshots snapshots;

    Readings(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** The data sets there are. */
    public List<InstrumentKey> sets() {
        return snapshots.sets().stream().map(Listed::set).toList();
    }

    /** What was last read; read now where nothing has been. */
    public Optional<Dataset> latest(InstrumentKey set) {
        return snapshots.compiled(set).map(compiled -> compiled.snapshot().data());
    }
}
