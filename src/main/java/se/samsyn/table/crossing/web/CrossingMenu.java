package se.samsyn.table.crossing.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.web.Shell;

@Component
final class CrossingMenu implements Shell.Menu {

    private final Access access;

    CrossingMenu(Access access) {
        this.access = access;
    }

    @Override
    public List<Shell.Entry> entries() {
        return access.mayAtHome(Action.CROSS_TABLES)
                ? List.of(new Shell.Entry("table.crossing.menu", "/korstabell", 25))
                : List.of();
    }
}
