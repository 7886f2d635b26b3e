package se.samsyn.indicator.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.web.Shell;

/** The way to indicators, for those who may read results. */
@Component
final class IndicatorMenu implements Shell.Menu {

    private final Access access;

    IndicatorMenu(Access access) {
        this.access = access;
    }

    @Override
    public List<Shell.Entry> entries() {
        return access.mayAtHome(Action.READ_RESULTS)
                ? List.of(new Shell.Entry("indicator.menu", "/indikatorer", 30))
                : List.of();
    }
}
