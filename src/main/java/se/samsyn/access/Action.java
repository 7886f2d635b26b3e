package se.samsyn.access;

/** What somebody may want to do. Each is granted or denied in {@link AccessRules} and nowhere else. */
public enum Action {
    READ_CASE,
    WRITE_CASE,
    IMPORT_CASES,
    READ_OPEN_RESULTS,
    READ_RESULTS,
    EXPORT_TABLE,
    CROSS_TABLES,
    IMPORT_REGISTER,
    RELEASE_TABLES,
    EDIT_INSTRUMENT,
    EDIT_INDICATORS,
    IMPORT_INDICATORS,
    SET_RETENTION,
    READ_RETENTION,
    PROPOSE_ERASURE,
    DECIDE_ERASURE,
    REQUEST_HANDOUT,
    APPROVE_HANDOUT,
    INCLUDE_PROTECTED,
    GIVE_ACCESS,
    READ_LOG,
    ADMINISTER
}
