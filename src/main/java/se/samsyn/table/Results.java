package se.samsyn.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Direction;
import se.samsyn.table.source.Kind;
import se.samsyn.table.source.Theme;
import se.samsyn.table.source.UnitPlace;
import se.samsyn.table.source.Variable;

/**
 * The door to results. A unit's own case-readers get open tables of their unit, as it is now; all others, and all other places, get
 * protected tables of what was last compiled.
 */
@Service
public class Results {

    private final Snapshots snapshots;
    private final Access access;
    private final AccessLog log;
    private final Words words;
    private final ApplicationEventPublisher events;

    Results(Snapshots snapshots, Access access, AccessLog log, Words words, ApplicationEventPublisher events) {
        this.events = events;
        this.snapshots = snapshots;
        this.log = log;
        this.access = access;
        this.words = words;
    }

    /** The data sets there are, in the order readers should meet them. */
    public List<Gathering> gatherings() {
        return snapshots.sets().stream()
                .map(listed -> new Gathering(listed.set(), listed.title()))
                .toList();
    }

    /**
     * The tables that answer a question about a place and time, open or protected as the one signed in may see them. Without cases
     * there, no tables.
     *
     * @throws NotFoundOrDenied when there is no such set, or the one signed in may not read results
     */
    public Answer answer(InstrumentKey set, Where where, Span span, View view) {
        return mayReadOpen(where) && where instanceof Where.OneUnit unit
                ? open(set, unit, span, view)
                : closed(set, where, span, view);
    }

    private boolean mayReadOpen(Where where) {
        return where instanceof Where.OneUnit unit
                && access.findActor()
                        .map(actor -> access.may(Action.READ_OPEN_RESULTS, new Target.OfUnit(unit.id(), actor.place())))
                        .orElse(false);
    }

    private Answer open(InstrumentKey set, Where.OneUnit where, Span span, View view) {
        var actor = access.actor();
        log.record(actor, "READ_OPEN_RESULTS", Purpose.FOLLOW_UP, where.id().toString(), actor.place());
        Snapshot snapshot = snapshots.open(set, where.id()).orElseThrow(NotFoundOrDenied::new);
        OpenCounts counts = new OpenCounts(snapshot);
        List<ResultTable> tables = keys(snapshot.data(), where, span, view).stream()
                .<ResultTable>flatMap(key -> OpenTable.of(counts, words, key).stream())
                .toList();
        return new Answer(
                view,
                Answer.Openness.OPEN,
                tables,
                snapshot.years(),
                snapshot.data().asOf());
    }

    private Answer closed(InstrumentKey set, Where where, Span span, View view) {
        Snapshots.Compiled compiled = snapshots.compiled(set).orElseThrow(NotFoundOrDenied::new);
        Snapshot snapshot = compiled.snapshot();
        access.require(Action.READ_RESULTS, target(snapshot.data(), where));
        List<ResultTable> tables = keys(snapshot.data(), where, span, view).stream()
                .flatMap(key -> compile(compiled, key).stream())
                .<ResultTable>map(Function.identity())
                .toList();
        return new Answer(
                view,
                Answer.Openness.PROTECTED,
                tables,
                snapshot.years(),
                snapshot.data().asOf());
    }

    /**
     * The protected table of that name, the same for whoever asks.
     *
     * @return empty when there is no such table
     * @throws NotFoundOrDenied when the one signed in may not read results
     */
    public Optional<ProtectedTable> find(TableKey key) {
        return snapshots.compiled(key.set()).flatMap(compiled -> {
            access.require(Action.READ_RESULTS, target(compiled.snapshot().data(), key.where()));
            return compile(compiled, key);
        });
    }

    /** The protected table of that name, for the program's own commands, where nobody is signed in. */
    public Optional<ProtectedTable> print(TableKey key) {
        return snapshots.compiled(key.set()).flatMap(compiled -> compile(compiled, key));
    }

    /** The names of all tables about a place and time. */
    public List<TableKey> keys(InstrumentKey set, Where where, Span span) {
        return snapshots
                .compiled(set)
                .map(compiled -> Stream.of(View.values())
                        .flatMap(view -> keys(compiled.snapshot().data(), where, span, view).stream())
                        .toList())
                .orElse(List.of());
    }

    /**
     * The earliest that compiled results tell of what was stored at a moment; empty where they do already, and where nothing of the
     * set has been compiled, so that the next reader meets what is stored.
     */
    public Optional<Instant> telling(InstrumentKey set, Instant stored) {
        return snapshots.telling(set, stored);
    }

    /**
     * Forgets all that was compiled of a set, since rows of it have been erased: nothing of them stays in memory or in files, however few
     * they were.
     */
    public void forget(InstrumentKey set) {
        snapshots.forget(set);
        events.publishEvent(new RowsErased(set));
    }

    /** Compiles anew what has grown old, and makes its tables, so that no reader waits. */
    public void refresh(InstrumentKey set) {
        snapshots.renewed(set).ifPresent(compiled -> {
            prepare(compiled);
            events.publishEvent(new RowsRead(set));
        });
    }

    /** Makes the tables of all years, from above: each place rests on what is settled for the one it lies in. */
    private void prepare(Snapshots.Compiled compiled) {
        Snapshot snapshot = compiled.snapshot();
        for (Where where : snapshot.places().above()) {
            for (View view : View.values()) {
                keys(snapshot.data(), where, new Span.AllYears(), view).forEach(key -> compile(compiled, key));
            }
        }
    }

    private Optional<ProtectedTable> compile(Snapshots.Compiled compiled, TableKey key) {
        Optional<ProtectedTable> known = compiled.tables().get(key);
        if (known == null) {
            known = ProtectedTable.of(compiled.counts(), words, key);
            if (known.isPresent()) {
                compiled.tables().put(key, known);
            }
        }
        return known;
    }

    private static Target target(Dataset data, Where where) {
        return switch (where) {
            case Where.Area area -> new Target.OfPlace(area.code());
            case Where.OneUnit unit ->
                data.units().stream()
                        .filter(one -> one.id().equals(unit.id()))
                        .findFirst()
                        .map(UnitPlace::municipality)
                        .map(municipality -> new Target.OfUnit(unit.id(), municipality))
                        .orElseThrow(NotFoundOrDenied::new);
        };
    }

    private static List<TableKey> keys(Dataset data, Where where, Span span, View view) {
        List<TableKey> keys = new ArrayList<>();
        Choosing choosing = (kind, variable) -> keys.add(new TableKey(data.set(), where, span, kind, variable));
        switch (view) {
            case WHO_WE_MEET -> {
                choosing.add(TableKind.DISTRIBUTION, TableMaker.AGE);
                themed(data, Theme.MEET).forEach(v -> choosing.add(shape(v), v.key()));
            }
            case WHAT_THEY_NEED -> themed(data, Theme.NEED).forEach(v -> choosing.add(shape(v), v.key()));
            case WHAT_THEY_GOT -> themed(data, Theme.SUPPORT).forEach(v -> choosing.add(shape(v), v.key()));
            case HOW_IT_WENT -> changes(data, choosing);
            case WHAT_THEY_THINK -> themed(data, Theme.OPINION).forEach(v -> choosing.add(shape(v), v.key()));
            case WHO_IS_LOST -> {
                choosing.add(TableKind.STEPS, TableKey.NONE);
                choosing.add(TableKind.STEPS_BY_AGE, TableKey.NONE);
            }
            case DATA_QUALITY -> choosing.add(TableKind.QUALITY, TableKey.NONE);
        }
        return keys;
    }

    private interface Choosing {
        void add(TableKind kind, String variable);
    }

    private static void changes(Dataset data, Choosing choosing) {
        for (Variable variable : data.variables()) {
            if (TableMaker.compared(variable)) {
                if (variable.direction() != Direction.NONE) {
                    choosing.add(TableKind.CHANGE, variable.key());
                }
                choosing.add(
                        variable.kind() == Kind.SINGLE ? TableKind.TRANSITIONS : TableKind.SCORE_CHANGE,
                        variable.key());
                choosing.add(TableKind.OCCASIONS, variable.key());
            } else if (variable.theme() == Theme.CHANGE) {
                choosing.add(shape(variable), variable.key());
            }
        }
    }

    private static Stream<Variable> themed(Dataset data, Theme theme) {
        return data.variables().stream().filter(variable -> variable.theme() == theme);
    }

    private static TableKind shape(Variable variable) {
        return variable.kind().numeric() ? TableKind.LEVEL : TableKind.DISTRIBUTION;
    }
}
