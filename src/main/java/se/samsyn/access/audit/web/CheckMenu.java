package se.samsyn.access.audit.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.web.Shell;

/** The way to the recurring check, for those who review. */
@Component
final class CheckMenu implements Shell.Menu {

    private final Access access;

    CheckMenu(Access access) {
        this.access = access;
    }

    @Override
    public List<Shell.Entry> entries() {
        return access.mayAtHome(Action.READ_LOG)
                ? List.of(new Shell.Entry("access.menu.checks", "/loggkontroll", 79))
                : List.of();
    }
}
