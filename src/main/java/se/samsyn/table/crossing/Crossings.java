package se.samsyn.table.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.ActorId;
import se.samsyn.access.Purpose;
import se.samsyn.access.Role;
import se.samsyn.access.Target;
import se.samsyn.engine.Condition;
import se.samsyn.engine.Engine;
import se.samsyn.engine.Question;
import se.samsyn.engine.Tally;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.disclosure.BlurredTable;
import se.samsyn.table.disclosure.NoiseLaw;
import se.samsyn.table.disclosure.NoiseTable;
import se.samsyn.table.source.Stock;
import se.samsyn.table.source.Stocks;
import se.samsyn.web.Texts;

/** The door to crossings: who may ask what of which data set, what is refused, and the blurred answer. */
@Service
public class Crossings {
    /*
     * Rules before noise: a question is about twenty persons at least; its cells have three persons each on the average; and no group that it
     * leaves out by a filter has fewer than five.
     */
    private static final int FEWEST = 20;
    private static final int MEAN_OF_CELLS = 3;

    /** Somebody at the machine itself, who asks by command. */
    private static final Actor COMMAND = new Actor(
            new ActorId(new java.util.UUID(0, 0)), "-", Role.NATIONAL_ANALYST, PlaceCode.NATION, Optional.empty());

    private final List<Stocks> sources;
    private final Engine engine;
    private final Ledger ledger;
    private final Access access;
    private final AccessLog log;
    private final Texts texts;
    private final NoiseTable noise = NoiseTable.of(NoiseLaw.standard());

    Crossings(ObjectProvider<Stocks> sources, Engine engine, Ledger ledger, Access access, AccessLog log, Texts texts) {
        this.sources = sources.orderedStream().toList();
        this.engine = engine;
        this.ledger = ledger;
        this.access = access;
        this.log = log;
        this.texts = texts;
    }

    /** What the one signed in can cross. */
    public List<Stock> stocks() {
        return all().filter(stock -> access.may(
                        Action.CROSS_TABLES, new Target.OfPlace(stock.codebook().owner())))
                .toList();
    }

    private Stream<Stock> all() {
        return sources.stream().flatMap(source -> source.stocks().stream());
    }

    private Stock stock(Crossing crossing) {
        return all().filter(stock -> stock.codebook().set().equals(crossing.set()))
                .findFirst()
                .orElseThrow(() -> new CrossingFault("unknown-set", crossing.set()));
    }

    /**
     * Answers.
     *
     * @throws CrossingFault when it is not answered, with what to do instead
     * @throws Engine.Stopped when the asking thread was interrupted
     * @throws se.samsyn.access.NotFoundOrDenied when the one signed in may not ask this data set
     */
    public Crosstab answer(Crossing crossing) {
        return answer(crossing, access.actor());
    }

    /** Answers somebody whose question runs in another thread than the one they are signed in on. */
    Crosstab answer(Crossing crossing, Actor actor) {
        Stock stock = stock(crossing);
        log.record(
                actor,
                Action.CROSS_TABLES.name(),
                Purpose.FOLLOW_UP,
                crossing.set().value(),
                actor.place());
        return answer(new Resolver(stock, texts).resolve(crossing), actor);
    }

    /** Demands that the one signed in may ask this. */
    Actor require(Crossing crossing) {
        access.require(
                Action.CROSS_TABLES,
                new Target.OfPlace(stock(crossing).codebook().owner()));
        return access.actor();
    }

    /** Answers the program's own commands, where nobody is signed in; they have a ledger of their own. */
    public Crosstab print(Crossing crossing) {
        return answer(new Resolver(stock(crossing), texts).resolve(crossing), COMMAND);
    }

    private Crosstab answer(Resolved resolved, Actor actor) {
        if (!BlurredTable.fits(resolved.sizes())) {
            throw new CrossingFault("too-large", cells(resolved));
        }
        Tally tally = count(resolved.question());
        long persons = 0;
        int occupied = 0;
        for (int group = 0; group < tally.size(); group++) {
            persons += tally.rows(group);
            occupied++;
        }
        check(resolved, tally, persons, occupied);
        ledger.ask(actor, resolved, persons, cellsWith(tally, resolved));
        return new Crosstab(resolved, blurred(resolved, tally));
    }

    private static long cells(Resolved resolved) {
        long cells = 1;
        for (int size : resolved.sizes()) {
            cells = Math.min(Long.MAX_VALUE / 100_000, cells * (size + 1));
        }
        return cells;
    }

    private Tally count(Question question) {
        try {
            return engine.answer(question);
        } catch (Engine.TooManyGroups _) {
            throw new CrossingFault("too-large", Question.MOST_GROUPS);
        } catch (Engine.RowsMissing _) {
            throw new CrossingFault("renewed");
        }
    }

    private void check(Resolved resolved, Tally tally, long persons, int occupied) {
        if (persons < FEWEST) {
            throw new CrossingFault("few", FEWEST);
        }
        boolean counted = resolved.question().measured().isEmpty();
        if (counted
                ? persons < (long) MEAN_OF_CELLS * occupied
                : persons < (long) MEAN_OF_CELLS * cellsWith(tally, resolved)) {
            throw new CrossingFault("sparse", MEAN_OF_CELLS);
        }
        Question whole = resolved.question().ungrouped();
        for (Condition condition : resolved.question().conditions()) {
            boolean period = resolved.stock().codebook().period().stream()
                    .anyMatch(at ->
                            at == condition.of().column() && condition.of().moment() == 0);
            if (!period) {
                long wider = total(count(whole.without(condition)));
                if (wider > persons && wider - persons <= Ledger.NEAR) {
                    throw new CrossingFault("near-whole");
                }
            }
        }
    }

    private static long cellsWith(Tally tally, Resolved resolved) {
        List<List<Integer>> cells = new ArrayList<>();
        for (int group = 0; group < tally.size(); group++) {
            List<Integer> cell = new ArrayList<>();
            for (int axis = 0; axis < resolved.dimensions().size(); axis++) {
                cell.add(tally.code(group, axis));
            }
            cells.add(cell);
        }
        return cells.stream().distinct().count();
    }

    private static long total(Tally tally) {
        long total = 0;
        for (int group = 0; group < tally.size(); group++) {
            total += tally.rows(group);
        }
        return total;
    }

    private BlurredTable blurred(Resolved resolved, Tally tally) {
        BlurredTable.Builder builder =
                new BlurredTable.Builder(noise, resolved.range()[0], resolved.range()[1], resolved.sizes());
        int[] at = new int[resolved.dimensions().size()];
        for (int group = 0; group < tally.size(); group++) {
            for (int axis = 0; axis < at.length; axis++) {
                at[axis] = resolved.dimensions().get(axis).category(tally.code(group, axis));
            }
            builder.add(tally.rows(group), tally.keys(group), at);
            if (!Double.isNaN(tally.step(group))) {
                builder.addNumbers(tally.rows(group), tally.keys(group), tally.step(group), tally.sum(group), at);
            }
        }
        return builder.build();
    }
}
