package se.samsyn.proof.trust;

import java.util.List;
import java.util.stream.Stream;
import se.samsyn.followup.CaseId;
import se.samsyn.organisation.Unit;

/**
 * A case planted with something of everything, and the marks by which it is known wherever it is seen: its local id, a goal, and an
 * answer in words.
 */
record Planted(
        Unit unit, CaseId id, String localId, String occasion, String support, String goal, String wish, String note) {

    /** Something that nobody else may see. */
    List<String> marks() {
        return Stream.of(localId, wish, note).toList();
    }
}
