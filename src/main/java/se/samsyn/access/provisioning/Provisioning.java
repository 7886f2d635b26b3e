package se.samsyn.access.provisioning;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.AccountChanges;
import se.samsyn.access.Accounts;
import se.samsyn.access.Actor;
import se.samsyn.access.Performers;
import se.samsyn.access.Purpose;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;

/** Brings the accounts of a place into line with a file. Whoever calls has asked whether that is allowed in the place. */
@Service
public class Provisioning {

    /** The largest file, in bytes. */
    public static final long LARGEST = AccountFile.LIMITS.bytes();

    private final Access access;
    private final Accounts accounts;
    private final AccountChanges changes;
    private final Organisations organisations;
    private final Performers performers;
    private final AccessLog log;

    Provisioning(
            Access access,
            Accounts accounts,
            AccountChanges changes,
            Organisations organisations,
            Performers performers,
            AccessLog log) {
        this.access = access;
        this.accounts = accounts;
        this.changes = changes;
        this.organisations = organisations;
        this.performers = performers;
        this.log = log;
    }

    /** What following a file would do to the accounts of a place. Does nothing. */
    @Transactional(readOnly = true)
    public SyncPlan plan(byte[] file, Listing listing, PlaceCode place) throws IOException {
        var read = AccountFile.read(file);
        var there = accounts.within(place);
        var planner = new Planner(
                place,
                there,
                organisations,
                performers,
                accounts,
                access.findActor().map(Actor::id));
        return read.problems().isEmpty()
                ? planner.plan(read, listing)
                : new SyncPlan(List.of(), read.problems(), read.hasUnknown(), planner.inUse());
    }

    /**
     * Follows a file, if nothing has come in between: what would be done now must be what was shown.
     *
     * @param shown the plan that somebody has seen and said yes to
     * @return whether it was done
     */
    @Transactional
    public boolean follow(byte[] file, Listing listing, PlaceCode place, SyncPlan shown) throws IOException {
        var plan = plan(file, listing, place);
        if (!plan.problems().isEmpty() || !plan.equals(shown)) {
            return false;
        }
        changes.make(plan.changes());
        access.findActor()
                .ifPresent(actor -> log.record(actor, "SYNC_ACCOUNTS", Purpose.OPERATION, place.toString(), place));
        return true;
    }

    /** The account of that name within a place, for those who see to a single one. */
    @Transactional(readOnly = true)
    public Optional<Actor> find(String username, PlaceCode within) {
        return accounts.within(within).stream()
                .filter(listed -> listed.username().equalsIgnoreCase(username.strip()))
                .map(Accounts.Listed::actor)
                .findFirst();
    }
}
