package se.samsyn.access.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Target;
import se.samsyn.web.Shell;

@Component
final class AccessMenu implements Shell.Menu {

    private final Access access;

    AccessMenu(Access access) {
        this.access = access;
    }

    @Override
    public List<Shell.Entry> entries() {
        var entries = new ArrayList<Shell.Entry>();
        access.findActor().map(actor -> new Target.OfPlace(actor.place())).ifPresent(place -> {
            if (access.may(Action.READ_LOG, place)) {
                entries.add(new Shell.Entry("access.menu.log", "/logg", 80));
            }
            if (access.may(Action.ADMINISTER, place)) {
                entries.add(new Shell.Entry("access.menu.accounts", "/konton", 90));
            }
        });
        return entries;
    }
}
