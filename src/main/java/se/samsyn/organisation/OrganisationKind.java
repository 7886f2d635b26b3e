package se.samsyn.organisation;

/** Who stands behind an organisation. */
public enum OrganisationKind {
    MUNICIPAL,
    REGIONAL,
    PRIVATE,
    VOLUNTARY
}
