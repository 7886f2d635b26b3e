package se.samsyn.exchange;

import java.util.List;
import java.util.Optional;
import se.samsyn.organisation.Unit;

/** The units an import may write to. */
record Units(List<Unit> all) {

    Units {
        all = List.copyOf(all);
    }

    /** By id or by name, whatever the case. */
    Optional<Unit> find(String text) {
        return all.stream()
                .filter(unit -> unit.id().toString().equals(text) || unit.name().equalsIgnoreCase(text.strip()))
                .findFirst();
    }
}
