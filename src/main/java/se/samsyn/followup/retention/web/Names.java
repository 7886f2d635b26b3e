package se.samsyn.followup.retention.web;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import se.samsyn.access.Actor;
import se.samsyn.instrument.Instruments;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;

/** The names of units and instruments, asked for once per page. */
record Names<K>(Map<K, String> byKey) {

    static Names<UnitId> of(Organisations organisations, Actor actor) {
        return new Names<>(organisations.units(actor.place()).stream().collect(Collectors.toMap(Unit::id, Unit::name)));
    }

    static Names<InstrumentKey> titles(Instruments instruments, Locale locale) {
        return new Names<>(instruments.all().stream()
                .collect(Collectors.toMap(
                        each -> each.key(), each -> each.title().in(locale))));
    }

    /** The name, or what it would have named. */
    public String of(K key) {
        return byKey.getOrDefault(key, String.valueOf(key));
    }
}
