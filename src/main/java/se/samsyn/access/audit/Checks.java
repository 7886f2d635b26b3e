package se.samsyn.access.audit;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.ActorId;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;
import se.samsyn.database.RowScope;
import se.samsyn.kernel.PersonalNumberForm;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.keys.Keys;
import se.samsyn.keys.Ring;
import se.samsyn.keys.Use;

/**
 * The recurring check of the access log, month by month, at the place of whoever reviews it. The lines to look at are chosen by rule and
 * chance, never by hand; nobody marks lines of their own; what has been signed is not changed. What is done here is itself in the log.
 */
@Service
public class Checks {

    private final CheckStore store;
    private final SampleStore samples;
    private final Access access;
    private final AccessLog log;
    private final Keys keys;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom chance = new SecureRandom();

    Checks(
            CheckStore store,
            SampleStore samples,
            Access access,
            AccessLog log,
            Keys keys,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.samples = samples;
        this.access = access;
        this.log = log;
        this.keys = keys;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The months that have passed since the first line of the place, the newest first. */
    public List<Listed> listed() {
        var place = reviewer().place();
        return in(place, () -> listed(place));
    }

    private List<Listed> listed(PlaceCode place) {
        Map<YearMonth, Map.Entry<CheckStore.Kept, Boolean>> known = store.of(place).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().month(), Function.identity()));
        var newest = YearMonth.now(clock).minusMonths(1);
        var oldest = store.firstLine(place)
                .map(first -> YearMonth.from(first.atZone(clock.getZone())))
                .orElse(newest.plusMonths(1));
        var listed = new ArrayList<Listed>();
        for (var month = newest; !month.isBefore(oldest); month = month.minusMonths(1)) {
            var check = Optional.ofNullable(known.get(month));
            if (check.isPresent() || month.isAfter(newest.minusMonths(CheckRules.MONTHS_BACK))) {
                listed.add(new Listed(
                        month, check.map(found -> found.getKey().id()), state(check), CheckRules.due(month)));
            }
        }
        return listed;
    }

    private static Listed.State state(Optional<Map.Entry<CheckStore.Kept, Boolean>> check) {
        return check.map(found -> found.getValue() ? Listed.State.SIGNED : Listed.State.BEGUN)
                .orElse(Listed.State.NOT_BEGUN);
    }

    /** How many months should have been signed before today, for the one signed in. */
    public long late() {
        return listed().stream()
                .filter(month -> month.isLate(LocalDate.now(clock)))
                .count();
    }

    /**
     * Draws the lines of a month; the check there is, if there is one.
     *
     * @throws NotFoundOrDenied when the month is not over or has no log
     */
    public CheckId begin(YearMonth month) {
        return begin(month, reviewer(), chance.nextLong());
    }

    CheckId begin(YearMonth month, Actor reviewer, long seed) {
        var place = reviewer.place();
        return in(place, () -> {
            var wanted = listed(place).stream()
                    .filter(one -> one.month().equals(month))
                    .findFirst()
                    .orElseThrow(NotFoundOrDenied::new);
            return wanted.check().orElseGet(() -> draw(month, reviewer, seed));
        });
    }

    private CheckId draw(YearMonth month, Actor reviewer, long seed) {
        var wanted = new SampleStore.Wanted(
                reviewer.place(),
                start(month),
                start(month.plusMonths(1)),
                clock.getZone().getId(),
                seed);
        var check = new CheckStore.Kept(
                CheckId.fresh(), reviewer.place(), month, seed, clock.instant(), samples.lines(wanted));
        if (!store.add(check, reviewer.id())) {
            return listed(reviewer.place()).stream()
                    .filter(one -> one.month().equals(month))
                    .flatMap(one -> one.check().stream())
                    .findFirst()
                    .orElseThrow();
        }
        SortedMap<Long, List<Reason>> lines = new TreeMap<>();
        for (var reason : Reason.values()) {
            var drawn = samples.draw(reason, wanted, CheckRules.most(reason));
            drawn.lines()
                    .forEach(line ->
                            lines.computeIfAbsent(line, _ -> new ArrayList<>()).add(reason));
            store.addRule(
                    check, new Check.Rule(reason, drawn.matched(), drawn.lines().size()));
        }
        store.addLines(check, lines);
        log.record(reviewer, "MAKE_LOG_CHECK", Purpose.LOG_REVIEW, check.id().toString(), reviewer.place());
        return check.id();
    }

    private Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(clock.getZone()).toInstant();
    }

    /** The check with its lines; that it is read is logged. */
    public Check read(CheckId id) {
        var reviewer = reviewer();
        return in(reviewer.place(), () -> {
            var found = check(id, reviewer);
            log.record(reviewer, "READ_LOG_CHECK", Purpose.LOG_REVIEW, id.toString(), reviewer.place());
            return found;
        });
    }

    private Check check(CheckId id, Actor reviewer) {
        var kept = kept(id, reviewer);
        var rules = store.rules(id);
        var sample = store.sample(id);
        var signed = store.signature(id)
                .map(signature -> new Check.Signed(
                        signature.by(),
                        signature.name(),
                        signature.at(),
                        keys.isSignature(
                                Ring.of(Use.LOG),
                                signature.signature(),
                                content(kept, rules, sample, signature.by(), signature.at()))));
        return new Check(
                id, kept.place(), kept.month(), kept.seed(), kept.made(), kept.lines(), sorted(rules), sample, signed);
    }

    private static List<Check.Rule> sorted(List<Check.Rule> rules) {
        return rules.stream()
                .sorted((one, other) -> one.reason().compareTo(other.reason()))
                .toList();
    }

    List<Sampled> sample(CheckId id, Actor reviewer) {
        return in(reviewer.place(), () -> store.sample(id));
    }

    /** Marks lines; what is said already, and lines of the reviewer's own, are left as they are. All or nothing. */
    public Optional<NoteFault> mark(CheckId id, List<Marking> markings) {
        var reviewer = reviewer();
        return mark(id, markings, reviewer);
    }

    Optional<NoteFault> mark(CheckId id, List<Marking> markings, Actor reviewer) {
        var fault =
                markings.stream().flatMap(marking -> fault(marking).stream()).findFirst();
        return fault.isPresent()
                ? fault
                : in(reviewer.place(), () -> {
                    store.lock(id);
                    var kept = kept(id, reviewer);
                    if (store.signature(id).isPresent()) {
                        return Optional.of(NoteFault.SIGNED);
                    }
                    var sample = store.sample(id).stream()
                            .collect(Collectors.toMap(line -> line.line().number(), Function.identity()));
                    long changed = markings.stream()
                            .filter(marking -> isNews(marking, sample.get(marking.line()), reviewer.id()))
                            .peek(marking -> store.addMark(kept, marking, reviewer.id(), clock.instant()))
                            .count();
                    if (changed > 0) {
                        log.record(reviewer, "MARK_LOG_CHECK", Purpose.LOG_REVIEW, id.toString(), reviewer.place());
                    }
                    return Optional.empty();
                });
    }

    private static boolean isNews(Marking marking, @Nullable Sampled line, ActorId reviewer) {
        return line != null
                && !line.isBy(reviewer)
                && !(line.mark().filter(marking.mark()::equals).isPresent()
                        && line.note().equals(marking.note()));
    }

    private static Optional<NoteFault> fault(Marking marking) {
        if (marking.note().length() > CheckRules.LONGEST_NOTE) {
            return Optional.of(NoteFault.TOO_LONG);
        }
        if (PersonalNumberForm.standsIn(marking.note())) {
            return Optional.of(NoteFault.PERSONAL_NUMBER);
        }
        return marking.mark() != Mark.EXPECTED && marking.note().isEmpty()
                ? Optional.of(NoteFault.NO_NOTE)
                : Optional.empty();
    }

    /** Signs: from then on nothing in the check is changed. */
    public Optional<NoteFault> sign(CheckId id) {
        return sign(id, reviewer());
    }

    Optional<NoteFault> sign(CheckId id, Actor reviewer) {
        return in(reviewer.place(), () -> {
            store.lock(id);
            var kept = kept(id, reviewer);
            if (store.signature(id).isPresent()) {
                return Optional.of(NoteFault.SIGNED);
            }
            var sample = store.sample(id);
            if (sample.stream().anyMatch(line -> line.mark().isEmpty() && !line.isBy(reviewer.id()))) {
                return Optional.of(NoteFault.LINES_LEFT);
            }
            var at = Instant.ofEpochMilli(clock.millis());
            byte[] content = content(kept, store.rules(id), sample, reviewer.id(), at);
            if (store.sign(kept, reviewer.id(), at, keys.sign(Ring.of(Use.LOG), content))) {
                log.record(reviewer, "SIGN_LOG_CHECK", Purpose.LOG_REVIEW, id.toString(), reviewer.place());
            }
            return Optional.empty();
        });
    }

    private CheckStore.Kept kept(CheckId id, Actor reviewer) {
        return store.find(id, reviewer.place()).orElseThrow(() -> access.notFound(Action.READ_LOG, id.toString()));
    }

    /** All that is signed, each text with its length before it. */
    private static byte[] content(
            CheckStore.Kept check, List<Check.Rule> rules, List<Sampled> sample, ActorId by, Instant at) {
        var content = new StringBuilder("check 1 ")
                .append(check.id())
                .append(' ')
                .append(check.place())
                .append(' ')
                .append(check.month())
                .append(' ')
                .append(check.seed())
                .append(' ')
                .append(check.lines())
                .append(' ')
                .append(by)
                .append(' ')
                .append(at.toEpochMilli());
        sorted(rules).forEach(rule -> content.append('\n').append(rule));
        sample.forEach(line -> content.append('\n')
                .append(line.line().number())
                .append(' ')
                .append(line.reasons())
                .append(' ')
                .append(line.mark())
                .append(' ')
                .append(line.note().length())
                .append(' ')
                .append(line.note()));
        return content.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Demands that the one signed in reviews the log of the own place. */
    private Actor reviewer() {
        var actor = access.actor();
        access.require(Action.READ_LOG, new Target.OfPlace(actor.place()));
        return actor;
    }

    private <T> T in(PlaceCode place, Supplier<T> work) {
        return RowScope.compiling(place, () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
