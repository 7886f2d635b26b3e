package se.samsyn.followup.handout;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.LogLine;
import se.samsyn.access.LogQuery;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;
import se.samsyn.followup.Case;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.Cases;
import se.samsyn.followup.Identity;
import se.samsyn.followup.retention.CaseTime;

/**
 * The door to a client's right of access: all about one case, made by those who work with it. The making is logged as a read of the
 * case and as an event of its own; for a protected person it must be confirmed that the way it is handed over gives nobody away.
 */
@Service
public class Extracts {

    /** Lines of the log in an extract; there are seldom more than some tens. */
    static final int MOST_LINES = 5000;

    private final Cases cases;
    private final CaseTime time;
    private final ExtractParts parts;
    private final Access access;
    private final AccessLog log;
    private final Clock clock;

    Extracts(Cases cases, CaseTime time, ExtractParts parts, Access access, AccessLog log, Clock clock) {
        this.cases = cases;
        this.time = time;
        this.parts = parts;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** Whether whoever makes an extract was asked how it is handed over, and said that it is safe. */
    public enum Handover {
        UNSAID,
        CONFIRMED
    }

    /** Whether an extract of the case must be confirmed first: the person is protected. No read of the case. */
    public Identity identity(CaseId id) {
        var identity = cases.identity(id);
        access.requireAtHome(Action.GIVE_ACCESS);
        return identity;
    }

    /** Whether an extract is read on the screen, or on paper, or taken away as a file. */
    public enum Carrier {
        PAGE,
        FILE
    }

    /** Whether the one signed in may take extracts of a case away as files. */
    public boolean mayTake(Extract extract) {
        return access.may(Action.REQUEST_HANDOUT, extract.where());
    }

    /**
     * The extract; empty where the person is protected and nobody has confirmed how it is handed over.
     *
     * @throws se.samsyn.access.NotFoundOrDenied also when it is to be a file and the one signed in is not the unit's manager: nobody who writes in
     *     cases carries them away
     */
    public Optional<Extract> make(CaseId id, Handover handover, Carrier carrier, Locale locale) {
        if (identity(id) == Identity.PROTECTED && handover == Handover.UNSAID) {
            return Optional.empty();
        }
        var file = cases.read(id, Purpose.RIGHT_OF_ACCESS);
        var of = file.of();
        var target = new Target.OfUnit(of.unit(), of.municipality());
        access.require(Action.GIVE_ACCESS, target);
        if (carrier == Carrier.FILE) {
            access.require(Action.REQUEST_HANDOUT, target);
            log.record(access.actor(), "TAKE_EXTRACT", Purpose.RIGHT_OF_ACCESS, id.toString(), of.municipality());
        }
        log.record(access.actor(), event(of), Purpose.RIGHT_OF_ACCESS, id.toString(), of.municipality());
        var reads = log.page(of.municipality(), about(id), MOST_LINES);
        var made = parts.of(file, reads, time.of(id, locale), locale);
        return Optional.of(
                new Extract(id, target, clock.instant(), access.actor().name(), made));
    }

    private static String event(Case of) {
        return of.hidden() ? "GIVE_PROTECTED_ACCESS" : "GIVE_ACCESS";
    }

    private static LogQuery about(CaseId id) {
        return new LogQuery(
                Optional.empty(),
                Optional.of(id.toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The lines that say who did something with the case; denied attempts among them. */
    static List<LogLine> oldestFirst(List<LogLine> lines) {
        return lines.reversed();
    }
}
