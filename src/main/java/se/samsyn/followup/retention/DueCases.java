package se.samsyn.followup.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;
import se.samsyn.database.RowScope;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.CaseMoments;
import se.samsyn.followup.KeptCases;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;

/**
 * The door to what is due to be erased: counts by unit for those who answer for a place, the cases themselves for the unit's own manager
 * alone; and to what is said of a case for how long it is kept.
 */
@Service
public class DueCases {

    private final KeptCases cases;
    private final KeepingStore keepings;
    private final Rules rules;
    private final Organisations organisations;
    private final Access access;
    private final AccessLog log;
    private final Clock clock;

    DueCases(
            KeptCases cases,
            KeepingStore keepings,
            Rules rules,
            Organisations organisations,
            Access access,
            AccessLog log,
            Clock clock) {
        this.cases = cases;
        this.keepings = keepings;
        this.rules = rules;
        this.organisations = organisations;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** The cases of a unit whose duty to be erased has arisen, the most urgent first, the silent open ones, and those that are kept or held. */
    @Transactional
    public List<JudgedCase> due(UnitId id) {
        var unit = own(id);
        log.record(access.actor(), "READ_RETENTION", Purpose.RETENTION, id.toString(), unit.municipality());
        var today = LocalDate.now(clock);
        return judged(cases.moments(id), keepings.all(), rules.inForce()).stream()
                .filter(each -> listed(each.verdict(), today))
                .sorted(Comparator.comparing(DueCases::order)
                        .thenComparing(each -> each.of().lastNote()))
                .toList();
    }

    private static boolean listed(Verdict verdict, LocalDate today) {
        return switch (verdict) {
            case Verdict.Erased erased -> erased.due(today);
            case Verdict.Kept _, Verdict.Held _ -> true;
            case Verdict.GoesOn on -> on.silent(today);
        };
    }

    private static LocalDate order(JudgedCase judged) {
        return switch (judged.verdict()) {
            case Verdict.Erased erased -> erased.last();
            case Verdict.GoesOn on -> on.silent().orElse(LocalDate.MAX);
            case Verdict.Kept _, Verdict.Held _ -> LocalDate.MAX;
        };
    }

    /** One case, for its unit's manager. */
    @Transactional
    public JudgedCase find(CaseId id) {
        var found = judged(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> access.notFound(Action.PROPOSE_ERASURE, id.toString()));
        log.record(
                access.actor(),
                "READ_RETENTION",
                Purpose.RETENTION,
                id.toString(),
                found.of().municipality());
        return found;
    }

    /** Writes what is said of a case; who decided a hold, and when, is added here. */
    @Transactional
    public void keep(CaseId id, Keeping said) {
        cases.held(List.of(id));
        var of = find(id).of();
        keepings.write(of, said);
        log.record(access.actor(), "KEEP_CASE", Purpose.RETENTION, id.toString(), of.municipality());
    }

    /**
     * Writes of all these cases whether the person was born on a day that the archive keeps; all of them or none.
     *
     * @return whether it was written; not so when one of them has been answered otherwise, which is changed on its own page alone
     */
    @Transactional
    public boolean answer(Collection<CaseId> ids, Born born) {
        return answer(
                ids, keeping -> keeping.born() == Born.UNSAID || keeping.born() == born, keeping -> keeping.with(born));
    }

    /** The same of whether they are about what is never erased. */
    @Transactional
    public boolean answer(Collection<CaseId> ids, KeptFor keptFor) {
        return answer(
                ids,
                keeping -> keeping.keptFor().filter(said -> said != keptFor).isEmpty(),
                keeping -> keeping.with(keptFor));
    }

    private boolean answer(Collection<CaseId> ids, Predicate<Keeping> open, UnaryOperator<Keeping> said) {
        cases.held(ids);
        var found = judged(ids);
        if (found.size() != ids.size()) {
            throw new NotFoundOrDenied();
        }
        if (!found.stream().map(JudgedCase::keeping).allMatch(open)) {
            return false;
        }
        found.forEach(each -> keepings.write(each.of(), said.apply(each.keeping())));
        found.stream()
                .collect(Collectors.groupingBy(each -> each.of().municipality()))
                .forEach((place, some) -> log.record(
                        access.actor(),
                        "KEEP_CASE",
                        Purpose.RETENTION,
                        some.stream().map(each -> each.of().id().toString()).toList(),
                        place));
        return true;
    }

    private List<JudgedCase> judged(Collection<CaseId> ids) {
        var found = judged(cases.moments(ids), keepings.of(ids), rules.inForce());
        found.stream().map(each -> each.of().unit()).distinct().forEach(this::own);
        return found;
    }

    /** Judges cases without asking who may; for those doors here that have asked. */
    static List<JudgedCase> judged(Collection<CaseMoments> moments, Map<CaseId, Keeping> said, Rules.InForce rules) {
        return moments.stream()
                .map(of -> judged(of, Optional.ofNullable(said.get(of.id())).orElse(Keeping.NOTHING), rules))
                .toList();
    }

    private static JudgedCase judged(CaseMoments of, Keeping keeping, Rules.InForce rules) {
        var rule = rules.of(of.municipality(), of.instrument());
        return new JudgedCase(of, rule, keeping, RetentionClock.verdict(rule, CaseFacts.of(of, keeping)));
    }

    /** How it stands with those units of a place whose cases the one signed in answers for. Not to be called inside a transaction. */
    public List<UnitDue> counts(PlaceCode place) {
        access.require(Action.READ_RETENTION, new Target.OfPlace(place));
        var today = LocalDate.now(clock);
        var counts = new HashMap<UnitId, Counting>();
        RowScope.compiling(place, () -> {
            var said = keepings.all();
            var inForce = rules.inForce();
            cases.moments(of -> counts.computeIfAbsent(of.unit(), _ -> new Counting())
                    .add(
                            judged(of, Optional.ofNullable(said.get(of.id())).orElse(Keeping.NOTHING), inForce)
                                    .verdict(),
                            today));
            return counts.size();
        });
        return organisations.units(place).stream()
                .filter(unit -> access.may(Action.READ_RETENTION, new Target.OfUnit(unit.id(), unit.municipality())))
                .map(unit -> Optional.ofNullable(counts.get(unit.id()))
                        .orElseGet(Counting::new)
                        .of(unit))
                .toList();
    }

    private static final class Counting {
        private int cases;
        private int due;
        private int late;
        private int asked;
        private int kept;
        private int held;
        private int silent;

        void add(Verdict verdict, LocalDate today) {
            cases++;
            switch (verdict) {
                case Verdict.Erased erased
                when erased.due(today) -> {
                    due++;
                    late += erased.late(today) ? 1 : 0;
                    asked += erased.ready(today) ? 0 : 1;
                }
                case Verdict.Kept _ -> kept++;
                case Verdict.Held _ -> held++;
                case Verdict.GoesOn on -> silent += on.silent(today) ? 1 : 0;
                case Verdict.Erased _ -> {}
            }
        }

        UnitDue of(Unit unit) {
            return new UnitDue(unit, cases, due, late, asked, kept, held, silent);
        }
    }

    private Unit own(UnitId id) {
        var unit = organisations.find(id).orElseThrow(NotFoundOrDenied::new);
        access.require(Action.PROPOSE_ERASURE, new Target.OfUnit(id, unit.municipality()));
        return unit;
    }
}
