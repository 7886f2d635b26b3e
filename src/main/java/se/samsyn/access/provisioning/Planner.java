package se.samsyn.access.provisioning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.access.AccountChange;
import se.samsyn.access.AccountChange.Wish;
import se.samsyn.access.Accounts;
import se.samsyn.access.ActorId;
import se.samsyn.access.Performers;
import se.samsyn.access.Role;
import se.samsyn.access.provisioning.SyncPlan.Kind;
import se.samsyn.access.provisioning.SyncPlan.Step;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;
import se.samsyn.sheet.Problem;

/** Holds the rows of a file against the accounts there are. An account is known by its username. */
final class Planner {

    private final List<Accounts.Listed> there;
    private final Map<String, Accounts.Listed> byUsername;
    private final Map<String, Accounts.Listed> byExternalId;
    private final Performers performers;
    private final Accounts accounts;
    private final Optional<ActorId> by;
    private final RowReader reader;
    private final Set<String> usernames = new HashSet<>();
    private final Map<String, Integer> externalIds = new HashMap<>();

    /** @param by who asks, who may not close or change their own account */
    Planner(
            PlaceCode place,
            List<Accounts.Listed> there,
            Organisations organisations,
            Performers performers,
            Accounts accounts,
            Optional<ActorId> by) {
        this.there = there;
        this.byUsername = there.stream().collect(Collectors.toMap(Accounts.Listed::username, Function.identity()));
        this.byExternalId = there.stream()
                .filter(listed -> listed.externalId().isPresent())
                .collect(Collectors.toMap(listed -> plain(listed.externalId().orElseThrow()), Function.identity()));
        this.performers = performers;
        this.accounts = accounts;
        this.by = by;
        this.reader = new RowReader(place, organisations);
    }

    long inUse() {
        return there.stream().filter(Accounts.Listed::active).count();
    }

    SyncPlan plan(AccountFile file, Listing listing) {
        var steps = new ArrayList<Step>();
        var problems = new ArrayList<Problem>();
        for (var row : file.rows()) {
            var wish = reader.wish(row, problems);
            var found = Optional.ofNullable(byUsername.get(row.username()));
            check(row, found, problems);
            if (problems.isEmpty()) {
                steps.addAll(steps(row, wish.orElseThrow(), found));
            }
        }
        ownRow(steps).ifPresent(row -> problems.add(Problem.ofRow(SyncFault.YOURSELF, row)));
        if (listing == Listing.WHOLE) {
            closeOthers(steps);
        }
        var sorted = steps.stream().sorted(Comparator.comparing(Step::kind)).toList();
        return new SyncPlan(problems.isEmpty() ? sorted : List.of(), problems, file.hasUnknown(), inUse());
    }

    private void check(SyncRow row, Optional<Accounts.Listed> found, List<Problem> problems) {
        if (!usernames.add(row.username())) {
            problems.add(problem(SyncFault.USERNAME_TWICE, row, SyncColumn.USERNAME));
        } else if (found.isEmpty() && !row.username().isEmpty() && accounts.taken(row.username())) {
            problems.add(problem(SyncFault.USERNAME_ELSEWHERE, row, SyncColumn.USERNAME));
        }
        row.externalId().map(Planner::plain).ifPresent(id -> {
            var other = byExternalId.get(id);
            if (externalIds.putIfAbsent(id, row.number()) != null) {
                problems.add(problem(SyncFault.EXTERNAL_ID_TWICE, row, SyncColumn.EXTERNAL_ID));
            } else if (other == null ? isTakenElsewhere(id) : !other.username().equals(row.username())) {
                problems.add(problem(SyncFault.EXTERNAL_ID_TAKEN, row, SyncColumn.EXTERNAL_ID));
            }
        });
    }

    private boolean isTakenElsewhere(String externalId) {
        return accounts.isExternalIdTaken(externalId);
    }

    private List<Step> steps(SyncRow row, Wish wish, Optional<Accounts.Listed> found) {
        boolean active = row.active().orElse(true);
        if (found.isEmpty()) {
            var open = new AccountChange.Open(row.username(), wish);
            return active ? List.of(step(row, Kind.OPEN, row.username(), wish, open)) : List.of();
        }
        var id = found.get().actor().id();
        var changed = isSame(found.get(), wish)
                ? Stream.<Step>empty()
                : Stream.of(step(row, Kind.CHANGE, row.username(), wish, new AccountChange.Change(id, wish)));
        return Stream.concat(changed, lives(row, wish, found.get(), active)).toList();
    }

    private static Stream<Step> lives(SyncRow row, Wish wish, Accounts.Listed found, boolean active) {
        if (found.active() == active) {
            return Stream.empty();
        }
        var id = found.actor().id();
        return Stream.of(
                active
                        ? step(row, Kind.REOPEN, row.username(), wish, new AccountChange.Reopen(id))
                        : step(row, Kind.CLOSE, row.username(), wish, new AccountChange.Close(id)));
    }

    /** A file of the municipality's staff has neither those who administer Samsyn nor the people of performers that answer for themselves. */
    private boolean isOfTheStaff(Accounts.Listed listed) {
        return listed.actor().role() != Role.ADMINISTRATOR
                && listed.actor().unit().filter(performers::answersForItself).isEmpty();
    }

    private void closeOthers(List<Step> steps) {
        there.stream()
                .filter(Accounts.Listed::active)
                .filter(listed -> !usernames.contains(listed.username()))
                .filter(listed -> !isOwn(listed) && isOfTheStaff(listed))
                .map(Planner::closing)
                .forEach(steps::add);
    }

    /** The row that would change the account of the one who asks, if one would. */
    private Optional<Integer> ownRow(List<Step> steps) {
        return steps.stream()
                .filter(step -> Optional.ofNullable(byUsername.get(step.username()))
                        .filter(this::isOwn)
                        .isPresent())
                .map(Step::row)
                .findFirst();
    }

    private boolean isOwn(Accounts.Listed listed) {
        return by.filter(listed.actor().id()::equals).isPresent();
    }

    private static Step closing(Accounts.Listed listed) {
        var actor = listed.actor();
        return new Step(
                0,
                Kind.CLOSE,
                listed.username(),
                actor.name(),
                actor.role(),
                actor.place(),
                actor.unit(),
                new AccountChange.Close(actor.id()));
    }

    private static Step step(SyncRow row, Kind kind, String username, Wish wish, AccountChange change) {
        return new Step(row.number(), kind, username, wish.name(), wish.role(), wish.place(), wish.unit(), change);
    }

    private static boolean isSame(Accounts.Listed listed, Wish wish) {
        var actor = listed.actor();
        return actor.name().equals(wish.name())
                && actor.role() == wish.role()
                && actor.place().equals(wish.place())
                && actor.unit().equals(wish.unit())
                && listed.externalId().equals(wish.externalId());
    }

    private static Problem problem(SyncFault fault, SyncRow row, SyncColumn column) {
        return Problem.ofCell(fault, row.number(), column.swedish());
    }

    private static String plain(String externalId) {
        return externalId.toLowerCase(Locale.ROOT);
    }
}
