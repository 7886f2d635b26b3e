package se.samsyn.table.crossing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import se.samsyn.engine.Engine;
import se.samsyn.engine.Question;
import se.samsyn.engine.Tally;
import se.samsyn.kernel.InstrumentKey;
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

    /** Where a cell is summed of several: those of fewer are mostly shown as nobody, and their sum is of nothing. */
    private static final int MEAN_OF_SUMMED = 5;

    /** Somebody at the machine itself, who asks by command. */
    private static final Actor COMMAND =
            new Actor(new ActorId(new UUID(0, 0)), "-", Role.NATIONAL_ANALYST, PlaceCode.NATION, Optional.empty());

    private final List<Stocks> sources;
    private final Engine engine;
    private final Ledger ledger;
    private final PublicCells publicCells;
    private final Access access;
    private final AccessLog log;
    private final Texts texts;
    private final NoiseTable noise = NoiseTable.of(NoiseLaw.standard());

    Crossings(
            ObjectProvider<Stocks> sources,
            Engine engine,
            Ledger ledger,
            PublicCells publicCells,
            Access access,
            AccessLog log,
            Texts texts) {
        this.sources = sources.orderedStream().toList();
        this.engine = engine;
        this.ledger = ledger;
        this.publicCells = publicCells;
        this.access = access;
        this.log = log;
        this.texts = texts;
    }

    /** What the one signed in can cross. */
    public List<Stock> stocks() {
        return all().filter(this::mayCross).toList();
    }

    /** Whether there is such a data set, and the one signed in may not cross it. */
    boolean isClosed(InstrumentKey key) {
        return sources.stream()
                .flatMap(source -> source.owner(key).stream())
                .anyMatch(owner -> !access.may(Action.CROSS_TABLES, new Target.OfPlace(owner)));
    }

    private boolean mayCross(Stock stock) {
        return access.may(
                Action.CROSS_TABLES, new Target.OfPlace(stock.codebook().owner()));
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
        return print(crossing, stock(crossing));
    }

    /** Answers the program's own commands of rows at hand. */
    public Crosstab print(Crossing crossing, Stock stock) {
        return answer(new Resolver(stock, texts).resolve(crossing), COMMAND);
    }

    private Crosstab answer(Resolved resolved, Actor actor) {
        if (!BlurredTable.fits(resolved.ladders().sizes())) {
            throw new CrossingFault("too-large", cells(resolved));
        }
        Groups groups = new Groups(resolved, count(resolved.question()));
        long persons = groups.kept();
        long cells = groups.occupied();
        check(resolved, groups, persons, cells);
        ledger.ask(actor, resolved, groups.all(), persons, cells);
        // whatever filters there are, one that keeps all is none; but published cells are of the last period
        boolean everybody = persons == groups.all() && resolved.isOfLastPeriod();
        Map<String, Optional<Long>> published = everybody ? publicCells.of(resolved.stock()) : Map.of();
        BlurredTable counts = groups.counts(noise);
        boolean measured = resolved.question().measured().isPresent();
        return new Crosstab(resolved, counts, measured ? groups.numbers(noise) : counts, published);
    }

    private static long cells(Resolved resolved) {
        long cells = 1;
        for (int size : resolved.ladders().sizes()) {
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

    private static void check(Resolved resolved, Groups groups, long persons, long cells) {
        if (persons < FEWEST) {
            throw new CrossingFault("few", FEWEST);
        }
        if (persons < MEAN_OF_CELLS * cells) {
            throw new CrossingFault("sparse", MEAN_OF_CELLS);
        }
        long summed = groups.summed();
        if (summed > cells && persons < MEAN_OF_SUMMED * summed) {
            throw new CrossingFault("scattered", MEAN_OF_SUMMED);
        }
        for (int filter = 0; filter < resolved.filters().size(); filter++) {
            long wider = groups.kept(filter);
            if (wider > persons && wider - persons <= Ledger.NEAR) {
                throw new CrossingFault("near-whole");
            }
        }
    }
}
