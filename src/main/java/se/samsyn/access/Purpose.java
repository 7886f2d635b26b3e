package se.samsyn.access;

/** Why somebody reads about a person. Follow-up is the purpose Samsyn exists for (SoLPuF 2001:637 12 § 10). */
public enum Purpose {
    FOLLOW_UP,
    SELF_AUDIT,
    SUPERVISION,
    LOG_REVIEW,
    RETENTION,
    HANDOUT,
    RIGHT_OF_ACCESS,
    OPERATION
}
