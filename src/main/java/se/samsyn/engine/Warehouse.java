package se.samsyn.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Keeps rows: takes them from files or from other modules, whole or not at all, and never changes them afterwards. */
@Component
@Lazy
public final class Warehouse {

    private static final String SNAPSHOT = "snapshot";
    private static final Duration FORGOTTEN = Duration.ofDays(2);
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final RowsFolder folder;
    private final LoadStore loads;
    private final AppendStore appends;
    private final NestStore nests;
    private final KeySecret secret;

    Warehouse(RowsFolder folder, LoadStore loads, AppendStore appends, NestStore nests, KeySecret secret) {
        this.folder = folder;
        this.loads = loads;
        this.appends = appends;
        this.nests = nests;
        this.secret = secret;
    }

    /** The one folder that files are loaded from, readable by its owner alone. */
    public Path incoming() {
        return folder.incoming();
    }

    /** Reads the header of a CSV or Parquet file in {@link #incoming}; an empty header where it cannot be read. */
    public Load.Look look(Path file) {
        return loads.look(file);
    }

    /**
     * How the contents of every column look, all rows read.
     *
     * @param missing by position of the column, the texts that are no numbers though they look so
     */
    public List<Load.Profile> profile(Path file, Load.Look look, Map<Integer, Set<String>> missing) {
        return loads.profile(file, look, missing);
    }

    /**
     * Loads a file, whole or not at all.
     *
     * @throws Engine.Stopped when the thread was interrupted; nothing is kept then
     */
    public Load.Outcome load(Load load) {
        folder.sweepDrafts(ABANDONED);
        RowsName name = RowsName.fresh("register");
        try {
            Load.Outcome outcome = loads.load(load, folder.draft(name), name);
            if (outcome instanceof Load.Outcome.Kept) {
                folder.keep(name);
            }
            return outcome;
        } finally {
            folder.discardDraft(name);
        }
    }

    /** Keeps rows that another module hands over one by one; those so kept for more than two days are thrown away first. */
    public RowsName keep(RowsOut rows) {
        folder.sweep(SNAPSHOT, FORGOTTEN);
        folder.sweepDrafts(ABANDONED);
        RowsName name = RowsName.fresh(SNAPSHOT);
        try {
            appends.write(rows, name, folder.draft(name));
            folder.keep(name);
            return name;
        } finally {
            folder.discardDraft(name);
        }
    }

    /** The record key of a person, from 0 to below 2^32: secret, and the same in all rows about them. */
    public long key(String person) {
        return secret.key(person);
    }

    /**
     * Periods that two readings both have.
     *
     * @param column of the one that tells periods
     * @param other likewise of the other
     * @param same the periods' codes in the one, with their codes in the other
     */
    public record Periods(int column, int other, Map<Integer, Integer> same) {}

    /**
     * How many persons have rows in one of two and not in the other.
     *
     * @param periods in which each person is counted by itself, where there are any; rows of other periods do not count then
     */
    public long apart(RowsName one, RowsName other, Optional<Periods> periods) {
        return loads.apart(folder.file(one), folder.file(other), periods);
    }

    /**
     * Which of some columns of codes lie in others of them, and take some of their codes together. What may be so by chance, where rows are few for each
     * code, is not among them.
     */
    public List<Nest> nests(RowsName name, List<Integer> columns) {
        return nests.nests(name, columns);
    }

    /** Throws rows away. */
    public void drop(RowsName name) {
        folder.drop(name);
    }

    /** Throws away all rows that other modules handed over, but these. */
    public void dropAllBut(Set<RowsName> kept) {
        folder.dropAllBut(SNAPSHOT, kept);
    }

    /** Whether the rows are there. */
    public boolean holds(RowsName name) {
        return folder.holds(name);
    }
}
