package se.samsyn.followup.handout;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import se.samsyn.access.ActorId;
import se.samsyn.followup.handout.HandoutWish.Inclusion;
import se.samsyn.kernel.PlaceCode;

/**
 * A wish to hand something out, and what became of it.
 *
 * @param number what it is called on paper
 * @param texts whether any of the variables is free text
 * @param found how many cases there were when it was asked for; no others are handed out
 * @param decided the second person
 * @param ended when it was fetched, revoked or declined
 * @param persons how many were in the file; empty until it has been fetched
 */
public record Handout(
        UUID id,
        long number,
        PlaceCode municipality,
        HandoutWish wish,
        Inclusion texts,
        int found,
        State state,
        Signature asked,
        Optional<Signature> decided,
        Optional<Instant> ended,
        OptionalInt persons) {

    /** How long a wish waits for its second person, and then to be fetched. */
    public static final Duration WAITS = Duration.ofHours(24);

    /** How far it has come; a wish that has waited too long is over though nothing is written of it. */
    public enum State {
        ASKED,
        APPROVED,
        DECLINED,
        REVOKED,
        FETCHED,
        EXPIRED
    }

    /** Who did it, by name as it was then, and when. */
    public record Signature(ActorId by, String name, Instant at) {}

    /** How far it has come at a moment. */
    public State stateAt(Instant now) {
        return switch (state) {
            case ASKED -> until().isAfter(now) ? state : State.EXPIRED;
            case APPROVED -> until().isAfter(now) ? state : State.EXPIRED;
            case DECLINED, REVOKED, FETCHED, EXPIRED -> state;
        };
    }

    /** Until when it waits for the next step. */
    public Instant until() {
        return decided.map(Signature::at).orElse(asked.at()).plus(WAITS);
    }
}
