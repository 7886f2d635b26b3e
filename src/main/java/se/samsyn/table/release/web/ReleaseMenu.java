package se.samsyn.table.release.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.Target;
import se.samsyn.web.Shell;

@Component
final class ReleaseMenu implements Shell.Menu {

    private final Access access;

    ReleaseMenu(Access access) {
        this.access = access;
    }

    @Override
    public List<Shell.Entry> entries() {
        return access.findActor()
                .map(Actor::place)
                .filter(place -> access.may(Action.READ_RESULTS, new Target.OfPlace(place)))
                .map(place -> access.may(Action.RELEASE_TABLES, new Target.OfPlace(place)))
                .map(mayRelease -> List.of(
                        new Shell.Entry(mayRelease ? "table.release.menu" : "table.release.menu.read", "/slapp", 27)))
                .orElse(List.of());
    }
}
