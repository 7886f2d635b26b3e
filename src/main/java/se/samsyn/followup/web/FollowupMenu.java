package se.samsyn.followup.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Target;
import se.samsyn.web.Shell;

@Component
final class FollowupMenu implements Shell.Menu {

    private final Access access;

    FollowupMenu(Access access) {
        this.access = access;
    }

    @Override
    public List<Shell.Entry> entries() {
        var reader = access.findActor()
                .flatMap(actor -> actor.unit().map(unit -> new Target.OfUnit(unit, actor.place())))
                .filter(unit -> access.may(Action.READ_CASE, unit));
        return reader.isEmpty()
                ? List.of()
                : List.of(
                        new Shell.Entry("followup.menu.due", "/att-gora", 10),
                        new Shell.Entry("followup.menu.cases", "/arenden", 20));
    }
}
