package se.samsyn.exchange.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.ActorId;
import se.samsyn.indicator.Arrived;
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.Delivery;
import se.samsyn.indicator.IndicatorImports;

/** Stores drafts, all or none. */
@Component
class Storing {

    private final Catalogue catalogue;
    private final IndicatorImports imports;

    Storing(Catalogue catalogue, IndicatorImports imports) {
        this.catalogue = catalogue;
        this.imports = imports;
    }

    /**
     * Stores them in one transaction, the source of each first.
     *
     * @throws Delivery.Refused when one of them cannot be taken; nothing of any is stored then
     */
    @Transactional
    public List<Arrived> store(List<Drafted.Ready> drafts, Optional<ActorId> by) {
        List<Arrived> arrived = new ArrayList<>();
        for (Drafted.Ready draft : drafts) {
            catalogue.provide(draft.source());
            arrived.add(imports.take(draft.delivery(), by));
        }
        return arrived;
    }
}
