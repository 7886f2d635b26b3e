package se.samsyn.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What stands against opening a case. */
final class OpenCaseCheck {

    private OpenCaseCheck() {}

    static List<Refusal> refusals(OpenCase wish, LocalDate today) {
        var refusals = new ArrayList<Refusal>();
        if (wish.opened().isAfter(today)) {
            refusals.add(new Refusal("opened", "followup.refused.future"));
        } else if (!Plausible.opened(wish.opened())) {
            refusals.add(new Refusal("opened", "followup.refused.toolong"));
        }
        wish.birthYear().ifPresent(year -> {
            if (!Plausible.birthYear(year, wish.opened())) {
                refusals.add(new Refusal("birthYear", "followup.refused.birthyear"));
            }
        });
        if (wish.identity() == Identity.PROTECTED) {
            wish.birthYear()
                    .ifPresent(_ -> refusals.add(new Refusal("birthYear", "followup.refused.protected.birthyear")));
        }
        return refusals;
    }
}
