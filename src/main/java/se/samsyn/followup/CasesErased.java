package se.samsyn.followup;

import java.util.Set;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.UnitId;

/** Cases of a unit have been erased for good. Whoever keeps copies of a unit's rows outside the database throws them away. */
public record CasesErased(UnitId unit, Set<InstrumentKey> instruments) {

    /** Copies the set. */
    public CasesErased {
        instruments = Set.copyOf(instruments);
    }
}
