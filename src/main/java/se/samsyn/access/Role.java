package se.samsyn.access;

/** What somebody is in Samsyn. Bound to a unit (the first two) or a place; sees the least the work needs. */
public enum Role {
    CASEWORKER,
    UNIT_MANAGER,
    QUALITY_DEVELOPER,
    REGIONAL_ANALYST,
    NATIONAL_ANALYST,
    AUDITOR,
    ADMINISTRATOR;

    /** Whether the role belongs to a single unit. */
    public boolean boundToUnit() {
        return this == CASEWORKER || this == UNIT_MANAGER;
    }
}
