package se.samsyn.table.crossing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.NotFoundOrDenied;

/** Crossings saved under a name: the question, which is asked anew each time. */
@Service
@Transactional
public class SavedCrossings {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 4000;

    private final SavedStore store;
    private final Access access;
    private final Clock clock;

    SavedCrossings(SavedStore store, Access access, Clock clock) {
        this.store = store;
        this.access = access;
        this.clock = clock;
    }

    /** Those of the one signed in, and those that others of the same place share. */
    @Transactional(readOnly = true)
    public List<SavedCrossing> all() {
        return store.of(access.actor());
    }

    /**
     * Saves.
     *
     * @throws CrossingFault when there is no name, or it or the address is too long
     */
    public void save(String name, String address, boolean shared) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME || address.length() > LONGEST_ADDRESS) {
            throw new CrossingFault("name", LONGEST_NAME);
        }
        store.add(access.actor(), plain, address, shared, clock.instant());
    }

    /** Removes one's own. */
    public void remove(UUID id) {
        if (!store.remove(access.actor(), id)) {
            throw new NotFoundOrDenied();
        }
    }
}
