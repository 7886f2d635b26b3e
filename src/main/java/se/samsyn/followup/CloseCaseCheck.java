package se.samsyn.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.samsyn.instrument.Phase;

/** What stands against closing a case. */
final class CloseCaseCheck {

    private CloseCaseCheck() {}

    static List<Refusal> refusals(
            Case of, CloseCase wish, List<Intervention> ongoing, List<Occasion> held, LocalDate today) {
        var refusals = new ArrayList<Refusal>();
        var day = wish.closure().date();
        if (day.isBefore(of.opened())) {
            refusals.add(new Refusal("closed", "followup.refused.closed.early"));
        }
        if (day.isAfter(today)) {
            refusals.add(new Refusal("closed", "followup.refused.future"));
        }
        if (held.stream().anyMatch(each -> duringSupport(each) && each.date().isAfter(day))) {
            refusals.add(new Refusal("closed", "followup.refused.closed.before"));
        }
        if (!wish.ongoing()
                .keySet()
                .containsAll(ongoing.stream().map(Intervention::id).toList())) {
            refusals.add(new Refusal("ongoing", "followup.refused.closed.ongoing"));
        }
        if (ongoing.stream().anyMatch(each -> stopsBeforeItStarts(each, wish))) {
            refusals.add(new Refusal("ongoing", "followup.refused.stopped.early"));
        }
        return refusals;
    }

    private static boolean duringSupport(Occasion occasion) {
        return occasion.phase() == Phase.BEFORE || occasion.phase() == Phase.DURING;
    }

    private static boolean stopsBeforeItStarts(Intervention each, CloseCase wish) {
        return wish.ongoing().get(each.id()) == AfterClosing.STOPPED
                && wish.closure().date().isBefore(each.started());
    }
}
