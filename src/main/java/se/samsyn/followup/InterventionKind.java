package se.samsyn.followup;

/** Kinds of support, the same list for all instruments so that figures can be compared between areas. */
public enum InterventionKind {
    COUNSELLING,
    CRISIS_TALKS,
    GROUP_SUPPORT,
    TREATMENT,
    SHELTER,
    HOUSING,
    HOUSING_SUPPORT,
    CONTACT_PERSON,
    FAMILY_SUPPORT,
    CHILD_SUPPORT,
    FINANCIAL_SUPPORT,
    WORK_OR_STUDIES,
    PRACTICAL_HELP,
    CO_ORDINATION,
    OTHER
}
