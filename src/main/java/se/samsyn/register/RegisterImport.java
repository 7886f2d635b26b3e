package se.samsyn.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import se.samsyn.access.ActorId;
import se.samsyn.engine.EngineFault;
import se.samsyn.engine.Load;
import se.samsyn.engine.RowsName;
import se.samsyn.engine.Warehouse;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;
import se.samsyn.sheet.Reading;
import se.samsyn.table.source.Codebook;

/** Imports a register from files, whole or not at all. Who may do so is asked by those who call. */
@Service
class RegisterImport {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterImport.class);
    private static final int LISTED = 100;

    /** What it takes to look through a file grows with the square of them. */
    private static final int MOST_COLUMNS = 1000;

    /** Fewer newcomers or leavers than these could be told by what is answered before and after. */
    private static final int FEWEST_MOVED = 5;

    private static final Imported UNREADABLE = new Imported.Refused(List.of(Mend.data(1, "", "unreadable")));

    private final Warehouse warehouse;
    private final Organisations organisations;
    private final RegisterStore store;
    private final Clock clock;

    RegisterImport(Warehouse warehouse, Organisations organisations, RegisterStore store, Clock clock) {
        this.warehouse = warehouse;
        this.organisations = organisations;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Imports.
     *
     * @param data a CSV, XLSX or Parquet file; it is copied, not moved
     * @param codebook a CSV or XLSX file; with none, the workbook's own sheet of it, or else columns are read as they look
     * @param step is told what is being done
     * @throws se.samsyn.engine.Engine.Stopped when the thread was interrupted; nothing is imported then
     */
    Imported run(NewRegister register, Path data, Optional<Path> codebook, Optional<ActorId> by, Consumer<String> step)
            throws IOException {
        step.accept("reading");
        DataFile file = DataFile.of(data);
        CodebookReader reader = new CodebookReader();
        List<VariableDraft> variables =
                codebook.isPresent() ? reader.read(codebook.get(), Reading.DETECTED) : file.codebook(reader);
        if (!reader.mends().isEmpty()) {
            return new Imported.Refused(reader.mends());
        }
        Path own = warehouse.incoming().resolve(UUID.randomUUID() + ".in");
        try {
            List<Mend> mends = file.copy(own);
            return mends.isEmpty() ? load(register, own, variables, by, step) : new Imported.Refused(mends);
        } finally {
            Files.deleteIfExists(own);
        }
    }

    private Imported load(
            NewRegister register,
            Path own,
            List<VariableDraft> variables,
            Optional<ActorId> by,
            Consumer<String> step) {
        step.accept("looking");
        Load.Look look;
        RegisterPlan plan;
        try {
            look = warehouse.look(own);
            if (look.header().isEmpty()) {
                return new Imported.Refused(List.of(Mend.data(1, "", "no-header")));
            }
            if (look.header().size() > MOST_COLUMNS) {
                return new Imported.Refused(List.of(Mend.data(
                        1, "", "many-columns", String.valueOf(look.header().size()), String.valueOf(MOST_COLUMNS))));
            }
            List<Load.Profile> profiles = warehouse.profile(own, look, missing(look.header(), variables));
            plan = new RegisterPlan(organisations, look.header(), profiles).by(variables);
        } catch (EngineFault _) {
            return UNREADABLE;
        }
        if (!plan.mends().isEmpty()) {
            return new Imported.Refused(plan.mends());
        }
        Load load = new Load(own, look, plan.parts(), plan.person(), plan.period(), plan.times());
        step.accept("loading");
        try {
            return switch (warehouse.load(load)) {
                case Load.Outcome.Refused refused ->
                    new Imported.Refused(refused.problems().stream()
                            .limit(LISTED)
                            .map(problem -> mend(problem, look))
                            .toList());
                case Load.Outcome.Kept kept -> kept(register, plan, kept, by, step);
            };
        } catch (EngineFault fault) {
            if (fault.ofInput()) {
                return UNREADABLE;
            }
            throw fault;
        }
    }

    /** The codes of each column that mean that there is no value, by the column's position. */
    private static Map<Integer, Set<String>> missing(List<String> header, List<VariableDraft> variables) {
        List<String> names = header.stream().map(CodebookReader::plain).toList();
        return variables.stream()
                .filter(variable -> names.contains(CodebookReader.plain(variable.name())))
                .collect(Collectors.toMap(
                        variable -> names.indexOf(CodebookReader.plain(variable.name())),
                        VariableDraft::missing,
                        (one, other) -> one));
    }

    private static Mend mend(Load.Problem problem, Load.Look look) {
        String column = problem.source() < 0 ? "" : look.header().get(problem.source());
        String what = problem.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Mend.data(problem.row(), column, what, problem.value(), String.valueOf(problem.times()));
    }

    private Imported kept(
            NewRegister register,
            RegisterPlan plan,
            Load.Outcome.Kept kept,
            Optional<ActorId> by,
            Consumer<String> step) {
        step.accept("comparing");
        Codebook codebook;
        boolean near;
        try {
            codebook = register.codebook(plan);
            codebook = NestedFields.with(codebook, warehouse.nests(kept.rows(), NestedFields.columns(codebook)));
            near = isNear(codebook, kept.rows());
        } catch (RuntimeException fault) {
            warehouse.drop(kept.rows());
            throw fault;
        }
        if (near) {
            warehouse.drop(kept.rows());
            return new Imported.Refused(List.of(Mend.data(0, "", "near-before", String.valueOf(FEWEST_MOVED))));
        }
        return new Imported.Done(put(codebook, kept, by), plan.leftOut());
    }

    /** Whether so few have come or gone since the register was last read in, in a period that it had then too, that answers before and after would tell of them. */
    private boolean isNear(Codebook now, RowsName rows) {
        long moved = store.find(now.set().value())
                .filter(before -> warehouse.holds(before.rows()))
                .map(before -> moved(before, now, rows))
                .orElse(0L);
        return moved > 0 && moved < FEWEST_MOVED;
    }

    /** Where one of the readings alone has periods, all rows of the one with them are of other periods than those of the other. */
    private long moved(Register before, Codebook now, RowsName rows) {
        Codebook then = before.codebook();
        if (then.period().isEmpty() && now.period().isEmpty()) {
            return warehouse.apart(before.rows(), rows, Optional.empty());
        }
        Map<Integer, Integer> same = new HashMap<>();
        List<String> periods = now.periods().stream().map(Codebook.Code::code).toList();
        for (int at = 0; at < then.periods().size(); at++) {
            int code = periods.indexOf(then.periods().get(at).code());
            if (code >= 0) {
                same.put(at, code);
            }
        }
        return same.isEmpty()
                ? 0
                : warehouse.apart(
                        before.rows(),
                        rows,
                        Optional.of(new Warehouse.Periods(
                                then.period().orElseThrow(), now.period().orElseThrow(), same)));
    }

    /** The new rows take the place of the old in one step; then the old are thrown away. */
    private Register put(Codebook codebook, Load.Outcome.Kept kept, Optional<ActorId> by) {
        if (Thread.interrupted()) {
            warehouse.drop(kept.rows());
            throw new CancellationException();
        }
        Optional<Register> before = store.find(codebook.set().value());
        Register now = new Register(
                before.map(Register::id).orElseGet(UUID::randomUUID),
                codebook,
                kept.rows(),
                kept.size(),
                clock.instant());
        try {
            store.put(now, by);
        } catch (RuntimeException fault) {
            warehouse.drop(kept.rows());
            throw fault;
        }
        before.ifPresent(old -> dropped(old.rows()));
        return now;
    }

    /** The new register stands, whether or not the old rows could be thrown away. */
    private void dropped(RowsName old) {
        try {
            warehouse.drop(old);
        } catch (UncheckedIOException fault) {
            LOG.error("Rows that have been replaced could not be deleted", fault);
        }
    }

    /** Whether a register of that name belongs to another place. */
    boolean takenByAnother(String key, PlaceCode owner) {
        return store.find(key)
                .filter(found -> !found.codebook().owner().equals(owner))
                .isPresent();
    }
}
