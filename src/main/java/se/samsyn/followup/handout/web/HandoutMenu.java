package se.samsyn.followup.handout.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.web.Shell;

/** The way to what is handed out about persons, for those who ask and those who approve. */
@Component
final class HandoutMenu implements Shell.Menu {

    private final Access access;

    HandoutMenu(Access access) {
        this.access = access;
    }

    @Override
    public List<Shell.Entry> entries() {
        boolean may = access.mayAtHome(Action.REQUEST_HANDOUT) || access.mayAtHome(Action.APPROVE_HANDOUT);
        return may ? List.of(new Shell.Entry("followup.menu.handout", "/utlamnande", 75)) : List.of();
    }
}
