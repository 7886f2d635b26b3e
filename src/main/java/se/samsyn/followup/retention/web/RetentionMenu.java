package se.samsyn.followup.retention.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.web.Shell;

/** The way to what is due to be erased, for those who answer for it. */
@Component
final class RetentionMenu implements Shell.Menu {

    private final Access access;

    RetentionMenu(Access access) {
        this.access = access;
    }

    @Override
    public List<Shell.Entry> entries() {
        return access.mayAtHome(Action.READ_RETENTION)
                ? List.of(new Shell.Entry("followup.menu.retention", "/gallring", 70))
                : List.of();
    }
}
