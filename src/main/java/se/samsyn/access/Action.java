package se.samsyn.access;

import java.util.List;

/** What somebody may want to do, and for what. Each is granted or denied in {@link AccessRules} and nowhere else. */
public enum Action {
    READ_CASE(Purpose.FOLLOW_UP),
    WRITE_CASE(Purpose.FOLLOW_UP),
    IMPORT_CASES(Purpose.FOLLOW_UP),
    READ_OPEN_RESULTS(Purpose.FOLLOW_UP),
    READ_RESULTS(Purpose.FOLLOW_UP),
    EXPORT_TABLE(Purpose.FOLLOW_UP),
    CROSS_TABLES(Purpose.FOLLOW_UP),
    IMPORT_REGISTER(Purpose.FOLLOW_UP),
    RELEASE_TABLES(Purpose.FOLLOW_UP),
    EDIT_INSTRUMENT(Purpose.OPERATION),
    EDIT_INDICATORS(Purpose.FOLLOW_UP),
    IMPORT_INDICATORS(Purpose.FOLLOW_UP),
    SET_RETENTION(Purpose.OPERATION),
    READ_RETENTION(Purpose.RETENTION),
    PROPOSE_ERASURE(Purpose.RETENTION),
    DECIDE_ERASURE(Purpose.RETENTION),
    REQUEST_HANDOUT(Purpose.HANDOUT),
    APPROVE_HANDOUT(Purpose.HANDOUT),
    INCLUDE_PROTECTED(Purpose.HANDOUT),
    GIVE_ACCESS(Purpose.RIGHT_OF_ACCESS),
    READ_LOG(Purpose.LOG_REVIEW),
    ADMINISTER(Purpose.OPERATION);

    private final Purpose usual;

    Action(Purpose usual) {
        this.usual = usual;
    }

    /** What it is done for where nothing else is said. */
    public Purpose usual() {
        return usual;
    }

    /** All it may be done for, the usual first, whoever does it; a role may have fewer. */
    public List<Purpose> purposes() {
        return this == READ_CASE
                ? List.of(Purpose.FOLLOW_UP, Purpose.SELF_AUDIT, Purpose.SUPERVISION, Purpose.RIGHT_OF_ACCESS)
                : List.of(usual);
    }
}
