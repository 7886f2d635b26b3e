package se.samsyn.followup;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import se.samsyn.access.ActorId;

/**
 * Who writes in an occasion: a page may save again whatever became of its own earlier saves, and nobody else's. So a save that
 * overtakes another of the same page on the way is right in either order, and one whose answer was lost can be sent again.
 *
 * @param revision the one the page was opened with or last heard of
 * @param page drawn anew for each opened page
 * @param turn counts the saves of the page from 1
 */
public record Pen(int revision, UUID page, int turn) {

    /** The same, as the page of one person alone. */
    Pen of(ActorId writer) {
        var own = (page + " " + writer).getBytes(StandardCharsets.UTF_8);
        return new Pen(revision, UUID.nameUUIDFromBytes(own), turn);
    }

    /** The first save of a page. */
    public static Pen first(int revision) {
        return new Pen(revision, UUID.randomUUID(), 1);
    }
}
