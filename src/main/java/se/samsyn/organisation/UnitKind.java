package se.samsyn.organisation;

/** What a unit does: an authority unit investigates and decides, a performer gives support or treatment. */
public enum UnitKind {
    AUTHORITY,
    PERFORMER
}
