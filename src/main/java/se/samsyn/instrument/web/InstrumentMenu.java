package se.samsyn.instrument.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Target;
import se.samsyn.web.Shell;

@Component
final class InstrumentMenu implements Shell.Menu {

    private final Access access;

    InstrumentMenu(Access access) {
        this.access = access;
    }

    @Override
    public List<Shell.Entry> entries() {
        return access.findActor()
                .filter(actor -> access.may(Action.EDIT_INSTRUMENT, new Target.OfPlace(actor.place())))
                .map(actor -> List.of(new Shell.Entry("instrument.menu", "/formular", 60)))
                .orElse(List.of());
    }
}
