package se.samsyn.database;

import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/**
 * Whose rows the current work may touch. Every connection carries it as session settings, which the row-level policies of the
 * tables read through the SQL functions {@code database_units()}, {@code database_task()}, {@code database_compiled()} and
 * {@code database_actor()}.
 * Work outside any scope sees no protected row and writes none.
 *
 * <p>A scope is bound to the thread that runs the work and is not passed on to threads it starts. Inside an open transaction the
 * scope cannot change, since the connection is already in use: beginning one there is an {@link IllegalStateException}.
 *
 * @param units the units whose rows may be read, and written as far as the task says; may be empty
 * @param task what may be done with the rows of the units
 * @param compiled the place whose rows may be read in order to be counted, or none
 * @param actor the id of whoever acts, as text; empty for the program itself
 */
public record RowScope(Set<UnitId> units, Task task, Optional<PlaceCode> compiled, String actor) {

    /** What work may do with the rows of its units; whatever else it tries, the database refuses. */
    public enum Task {
        /** To read them. */
        READ,
        /** To write cases: by hand, from files, sealed anew. */
        RECORD,
        /** To write for how long cases are kept, what is to be erased and what is handed out; never the cases. */
        KEEP,
        /** To carry out what one person has proposed and another decided: the cases that stand there go. */
        ERASE
    }

    /** Sees nothing: the scope of work that states none. */
    public static final RowScope NOTHING = new RowScope(Set.of(), Task.READ, Optional.empty(), "");

    static final ScopedValue<RowScope> CURRENT = ScopedValue.newInstance();

    /** Copies the units. */
    public RowScope {
        units = Set.copyOf(units);
    }

    /** Does work that reads and writes the cases of these units, in the name of the actor. */
    public static <T, X extends Throwable> T working(
            Set<UnitId> units, String actor, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return working(units, Task.RECORD, actor, work);
    }

    /** Does work with the rows of these units, in the name of the actor. */
    public static <T, X extends Throwable> T working(
            Set<UnitId> units, Task task, String actor, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return new RowScope(units, task, Optional.empty(), actor).call(work);
    }

    /**
     * Does work that reads every row of a place in order to count it; nothing protected can be written. The actor of the scope
     * around it, if any, is kept.
     */
    public static <T, X extends Throwable> T compiling(PlaceCode place, ScopedValue.CallableOp<? extends T, X> work)
            throws X {
        String actor = bound().map(RowScope::actor).orElse("");
        return new RowScope(Set.of(), Task.READ, Optional.of(place), actor).call(work);
    }

    /** Does work in this scope and gives its result. */
    public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A row scope cannot begin inside an open transaction: begin it outside");
        }
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    /** The scope bound to this thread, if any. */
    static Optional<RowScope> bound() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }
}
