package se.samsyn.report.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Target;
import se.samsyn.web.Shell;

/** The way to the results, for those who may read them. */
@Component
final class ResultsMenu implements Shell.Menu {

    private final Access access;

    ResultsMenu(Access access) {
        this.access = access;
    }

    @Override
    public List<Shell.Entry> entries() {
        return access.findActor()
                .filter(actor -> access.may(Action.READ_RESULTS, new Target.OfPlace(actor.place())))
                .map(_ -> List.of(new Shell.Entry("report.menu", "/resultat", 20)))
                .orElse(List.of());
    }
}
