package se.samsyn.followup.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.samsyn.access.ActorId;
import se.samsyn.followup.CaseId;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/**
 * Cases proposed to be erased together, and what became of it.
 *
 * @param lines the cases by surrogate id, with the rule and the days that followed from it
 * @param decision empty while it waits for the second person
 * @param receipt what was done in words, with its hash; for what has been erased alone
 */
public record Erasure(
        UUID id,
        UnitId unit,
        PlaceCode municipality,
        State state,
        List<Line> lines,
        Signature proposal,
        Optional<Signature> decision,
        Optional<Receipt> receipt) {

    /** Copies the lines. */
    public Erasure {
        lines = List.copyOf(lines);
    }

    /** What became of a proposal. */
    public enum State {
        PROPOSED,
        ERASED,
        DECLINED,
        WITHDRAWN
    }

    /** A case, by an id that leads nowhere once it is erased. */
    public record Line(CaseId of, InstrumentKey instrument, int opened, Rule rule, LocalDate arises, LocalDate last) {}

    /** Who did it, by name as it was then, and when. */
    public record Signature(ActorId by, String name, Instant at) {}

    /** A receipt and what its SHA-256 is. */
    public record Receipt(String text, String hash) {}
}
