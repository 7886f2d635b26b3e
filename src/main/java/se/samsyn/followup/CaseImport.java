package se.samsyn.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;
import se.samsyn.database.RowScope;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;

/**
 * The door for cases from files: all of them are written in one transaction, or none. What is already as the file says is not
 * touched.
 */
@Service
public class CaseImport {

    private static final int BATCH = 500;

    private final ImportStore store;
    private final Organisations organisations;
    private final Access access;
    private final AccessLog log;
    private final Pseudonyms pseudonyms;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CaseImport(
            ImportStore store,
            Organisations organisations,
            Access access,
            AccessLog log,
            Pseudonyms pseudonyms,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.organisations = organisations;
        this.access = access;
        this.log = log;
        this.pseudonyms = pseudonyms;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The right of the one signed in to import to these units; a long import may carry it to another thread.
     *
     * @throws NotFoundOrDenied when there is no such unit or the actor may not
     */
    public ImportPermit require(Set<UnitId> units) {
        units.forEach(id -> access.require(Action.IMPORT_CASES, new Target.OfUnit(id, unit(id).municipality())));
        return new ImportPermit(access.actor(), units);
    }

    /**
     * The right of whoever runs the program on its own machine, such as by a command, where nobody signs in.
     *
     * @throws IllegalStateException when somebody is signed in, who then needs a right of their own
     */
    public ImportPermit asOperator(Actor actor, Set<UnitId> units) {
        if (access.findActor().isPresent()) {
            throw new IllegalStateException("Whoever is signed in imports by their own right");
        }
        return new ImportPermit(actor, units);
    }

    /**
     * Writes cases of the permitted units.
     *
     * @throws IllegalArgumentException when a case belongs to another unit; nothing is stored
     * @throws ImportCancelled when the watcher wanted it to stop; nothing is stored
     */
    public ImportSummary write(ImportPermit permit, Collection<ImportedCase> cases, ImportProgress progress) {
        var actor = permit.actor();
        var units = units(permit, cases);
        return RowScope.working(
                units,
                actor.id().toString(),
                () -> transaction.execute(_ -> {
                    var summary = new Writing(actor, progress).write(List.copyOf(cases));
                    units.forEach(id -> log.record(
                            actor, "IMPORT_CASES", Purpose.FOLLOW_UP, id.toString(), unit(id).municipality()));
                    return summary;
                }));
    }

    /**
     * Which cases would be opened after the day they are closed here, where the file tells no other: that day by the case's place
     * in the list.
     *
     * @throws IllegalArgumentException when a case belongs to another unit
     */
    public SortedMap<Integer, LocalDate> closedBefore(ImportPermit permit, List<ImportedCase> cases) {
        return RowScope.working(
                units(permit, cases),
                permit.actor().id().toString(),
                () -> transaction.execute(_ -> closedBefore(cases)));
    }

    private SortedMap<Integer, LocalDate> closedBefore(List<ImportedCase> cases) {
        var found = new TreeMap<Integer, LocalDate>();
        var closings = new HashMap<CaseSet, Function<LocalId, Optional<LocalDate>>>();
        for (int i = 0; i < cases.size(); i++) {
            var told = cases.get(i);
            var here = closings.computeIfAbsent(new CaseSet(told.unit(), told.instrument()), this::closings);
            var closed = told.closure().isPresent() ? Optional.<LocalDate>empty() : here.apply(told.localId());
            if (closed.isPresent() && told.opened().isAfter(closed.get())) {
                found.put(i, closed.get());
            }
        }
        return found;
    }

    private Function<LocalId, Optional<LocalDate>> closings(CaseSet set) {
        var here = store.closings(set);
        var municipality = unit(set.unit()).municipality();
        return id -> here.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(here.get(pseudonyms.of(id, municipality)))
                        .or(() -> Optional.ofNullable(here.get(id)));
    }

    private static Set<UnitId> units(ImportPermit permit, Collection<ImportedCase> cases) {
        var units = cases.stream().map(ImportedCase::unit).collect(Collectors.toSet());
        if (!permit.units().containsAll(units)) {
            throw new IllegalArgumentException("The permit is for other units");
        }
        return units;
    }

    private Unit unit(UnitId id) {
        return organisations.find(id).orElseThrow(NotFoundOrDenied::new);
    }

    /* One import. Cases here are read once per unit and instrument; each imported case is compared with the one here, and the
     * rows that differ are gathered and written in batches. */
    private final class Writing {
        private final Actor actor;
        private final ImportProgress progress;
        private final Differences differences = new Differences(pseudonyms, clock.instant());
        private int added;
        private int changed;
        private int unchanged;

        Writing(Actor actor, ImportProgress progress) {
            this.actor = actor;
            this.progress = progress;
        }

        ImportSummary write(List<ImportedCase> cases) {
            var bySet =
                    cases.stream().collect(Collectors.groupingBy(each -> new CaseSet(each.unit(), each.instrument())));
            var done = 0;
            for (var set : bySet.entrySet()) {
                var unit = unit(set.getKey().unit());
                var here = store.read(set.getKey());
                for (var chunk : chunks(set.getValue())) {
                    chunk.forEach(each -> count(differences.add(each, unit.municipality(), here)));
                    write(differences.take(), unit);
                    done += chunk.size();
                    progress.done(done);
                    if (progress.cancelled()) {
                        throw new ImportCancelled();
                    }
                }
            }
            return new ImportSummary(added, changed, unchanged);
        }

        /** Each case that is written to has a line of its own in the log, as one written to by hand. */
        private void write(Differences.Rows rows, Unit unit) {
            store.write(rows);
            var touched = rows.touched().stream().map(CaseId::toString).toList();
            log.record(actor, "IMPORT_CASE", Purpose.FOLLOW_UP, touched, unit.municipality());
        }

        private void count(Differences.Kind kind) {
            switch (kind) {
                case ADDED -> added++;
                case CHANGED -> changed++;
                case UNCHANGED -> unchanged++;
            }
        }
    }

    private static List<List<ImportedCase>> chunks(List<ImportedCase> cases) {
        var chunks = new ArrayList<List<ImportedCase>>();
        for (int from = 0; from < cases.size(); from += BATCH) {
            chunks.add(cases.subList(from, Math.min(cases.size(), from + BATCH)));
        }
        return chunks;
    }
}
