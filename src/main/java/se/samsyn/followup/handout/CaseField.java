package se.samsyn.followup.handout;

import java.util.Arrays;
import java.util.Optional;

/** What can be handed out of a case besides answers. */
public enum CaseField {
    LOCAL_ID,
    SEX,
    BIRTH_YEAR,
    WAY_IN,
    OPENED,
    CLOSED,
    CLOSE_REASON,
    SUPPORT,
    GOAL_STEP,
    /** Free text. */
    GOAL_TEXT;

    /** The name in a wish; no key of a question looks like it. */
    public String key() {
        return "case:" + name();
    }

    static Optional<CaseField> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
