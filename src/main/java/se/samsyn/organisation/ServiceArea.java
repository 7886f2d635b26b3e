package se.samsyn.organisation;

/** The area of social services a unit works in. */
public enum ServiceArea {
    VIOLENCE,
    ADDICTION,
    HOUSING,
    CHILDREN,
    GENERAL
}
