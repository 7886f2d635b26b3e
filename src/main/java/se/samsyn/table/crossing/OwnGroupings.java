package se.samsyn.table.crossing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Actor;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.kernel.PersonalNumberForm;
import se.samsyn.table.source.Codebook;
import se.samsyn.table.source.Stock;

/** Groupings that are made in the program: age bands of one's own, municipalities that work together. Whoever may cross the data set may cross by them. */
@Service
@Transactional
public class OwnGroupings {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST = 8000;

    private final GroupingStore store;
    private final Access access;
    private final AccessLog log;
    private final Clock clock;

    OwnGroupings(GroupingStore store, Access access, AccessLog log, Clock clock) {
        this.store = store;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** Those of a data set, by name. */
    @Transactional(readOnly = true)
    public List<OwnGrouping> of(Stock stock) {
        return store.all().stream()
                .filter(grouping -> grouping.set().equals(stock.codebook().set()))
                .toList();
    }

    /** The same data sets with the groupings made of them. */
    @Transactional(readOnly = true)
    public List<Stock> with(List<Stock> stocks) {
        List<OwnGrouping> all = store.all();
        return all.isEmpty()
                ? stocks
                : stocks.stream().map(stock -> with(stock, all)).toList();
    }

    private static Stock with(Stock stock, List<OwnGrouping> all) {
        Codebook codebook = stock.codebook();
        List<OwnGrouping> own = all.stream()
                .filter(grouping -> grouping.set().equals(codebook.set()))
                .toList();
        List<Codebook.Field> fields =
                codebook.fields().stream().map(field -> with(field, own)).toList();
        return new Stock(codebook.with(fields), stock.rows(), stock.size(), stock.asOf());
    }

    private static Codebook.Field with(Codebook.Field field, List<OwnGrouping> own) {
        if (!(field.values() instanceof Codebook.Codes codes)) {
            return field;
        }
        List<Codebook.Grouping> groupings = new ArrayList<>(codes.groupings());
        own.stream()
                .filter(grouping -> grouping.field().equals(field.key()))
                .forEach(grouping -> groupings.add(grouping.of(codes.codes())));
        return new Codebook.Field(
                field.key(), field.label(), field.about(), new Codebook.Codes(codes.codes(), groupings));
    }

    /**
     * Makes one.
     *
     * @param stock the data set, which the one signed in may cross
     * @param contents a group a line: its name, a colon, and its codes or bands of numbers parted by commas
     * @throws CrossingFault when it cannot be used, with what to mend
     */
    public void make(Stock stock, String field, String name, String contents) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME || contents.length() > LONGEST) {
            throw new CrossingFault("name", LONGEST_NAME);
        }
        if (PersonalNumberForm.standsIn(plain) || PersonalNumberForm.standsIn(contents)) {
            throw new CrossingFault("grouping-personal");
        }
        Actor actor = access.actor();
        OwnGrouping grouping =
                new OwnGrouping(UUID.randomUUID(), stock.codebook().set(), field, plain, contents, actor.place());
        grouping.check(codes(stock.codebook(), field));
        if (!store.add(grouping, actor, clock.instant())) {
            throw new CrossingFault("grouping-taken", plain);
        }
        log.record(actor, "MAKE_GROUPING", Purpose.FOLLOW_UP, grouping.id().toString(), actor.place());
    }

    private static List<Codebook.Code> codes(Codebook codebook, String field) {
        int at = codebook.position(field);
        if (at < 0 || !(codebook.fields().get(at).values() instanceof Codebook.Codes codes)) {
            throw new CrossingFault("unknown-field", field);
        }
        return codes.codes();
    }

    /** Removes one that was made at the place of the one signed in. */
    public void remove(UUID id) {
        Actor actor = access.actor();
        if (!store.remove(id, actor.place())) {
            throw new NotFoundOrDenied();
        }
        log.record(actor, "REMOVE_GROUPING", Purpose.FOLLOW_UP, id.toString(), actor.place());
    }
}
