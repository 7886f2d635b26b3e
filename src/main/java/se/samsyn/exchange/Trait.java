package se.samsyn.exchange;

import java.util.Locale;

/** What a file may say of a case besides answers. */
public enum Trait {
    /** The unit's name or id. */
    UNIT,
    SEX,
    BIRTH_YEAR,
    /** Whole years at the opening; used where there is no birth year. */
    AGE,
    /** Whether the person lives with protected identity. */
    IDENTITY,
    WAY_IN,
    OPENED,
    CLOSED,
    CLOSE_REASON;

    /** The name in JSON and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
