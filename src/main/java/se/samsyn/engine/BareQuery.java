package se.samsyn.engine;

import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the engine would do if nothing were to be protected: plain counts by some columns. For the bench, to compare with; tells nothing. */
@Component
@Lazy
public final class BareQuery {

    private final BareStore store;

    BareQuery(BareStore store) {
        this.store = store;
    }

    /** How many groups the columns give, counted by DuckDB as Samsyn sets it. */
    public int groups(RowsName rows, List<Integer> columns) {
        return store.groups(rows, columns);
    }

    /** DuckDB as it comes, with the same threads and memory. */
    public Plain plain() {
        return store.plain();
    }

    /** DuckDB as it comes. */
    public interface Plain extends AutoCloseable {

        /** How many groups the columns give. */
        int groups(RowsName rows, List<Integer> columns);

        @Override
        void close();
    }
}
