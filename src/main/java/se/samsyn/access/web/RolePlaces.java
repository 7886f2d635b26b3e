package se.samsyn.access.web;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.samsyn.access.Access;
import se.samsyn.access.Actor;
import se.samsyn.access.PlaceWords;
import se.samsyn.web.Shell;
import se.samsyn.web.Viewer;

/** Says in words where somebody's role is bound, and who looks at the page. */
@Component("roleplaces")
final class RolePlaces implements Shell.Viewers {

    private final Access access;
    private final ObjectProvider<PlaceWords> words;

    RolePlaces(Access access, ObjectProvider<PlaceWords> words) {
        this.access = access;
        this.words = words;
    }

    /** The unit's or the place's name; its code where nobody knows the name. */
    public String words(Actor actor) {
        return words.stream()
                .map(each -> each.words(actor.place(), actor.unit()))
                .findFirst()
                .orElse(actor.place().toString());
    }

    @Override
    public Optional<Viewer> viewer() {
        return access.findActor().map(actor -> new Viewer(actor.name(), "access.role." + actor.role(), words(actor)));
    }
}
