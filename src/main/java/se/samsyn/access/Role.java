package se.samsyn.access;

import se.samsyn.kernel.Level;

/** What somebody is in Samsyn. Bound to a unit (the first two) or a place; sees the least the work needs. */
public enum Role {
    CASEWORKER,
    UNIT_MANAGER,
    QUALITY_DEVELOPER,
    REGIONAL_ANALYST,
    NATIONAL_ANALYST,
    AUDITOR,
    ADMINISTRATOR;

    /** Whether somebody in the role can belong to a place of that level: analysts belong to a region, or to the nation. */
    public boolean fits(Level level) {
        return switch (this) {
            case NATIONAL_ANALYST -> level == Level.NATION;
            case REGIONAL_ANALYST -> level == Level.REGION;
            case CASEWORKER, UNIT_MANAGER -> level == Level.MUNICIPALITY;
            case QUALITY_DEVELOPER, AUDITOR, ADMINISTRATOR -> true;
        };
    }

    /** Whether the role belongs to a single unit. */
    public boolean boundToUnit() {
        return this == CASEWORKER || this == UNIT_MANAGER;
    }
}
