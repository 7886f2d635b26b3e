package se.samsyn.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import se.samsyn.followup.CloseReason;
import se.samsyn.followup.Closure;
import se.samsyn.followup.GasScale;
import se.samsyn.followup.Goal;
import se.samsyn.followup.GoalStep;
import se.samsyn.followup.Identity;
import se.samsyn.followup.ImportedCase;
import se.samsyn.followup.InterventionKind;
import se.samsyn.followup.LocalId;
import se.samsyn.followup.WayIn;
import se.samsyn.instrument.Form;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.UnitId;

/** Makes up the cases of one unit: three years of openings, most of them closed, some lost on the way. */
final class DemoCases {

    private static final int DAYS = 3 * 365;
    /** Days ago that the first cases were opened, so that something is due on the very day the demo is tried. */
    private static final int[] FRESH = {14, 14, 11, 16, 9, 4};

    private final Chance chance;
    private final DemoVisits visits;
    private final UnitId unit;
    private final Form form;
    private final LocalDate today;

    DemoCases(Chance chance, DemoAnswers answers, UnitId unit, Form form, LocalDate today) {
        this.chance = chance;
        this.visits = new DemoVisits(chance, answers, form, today);
        this.unit = unit;
        this.form = form;
        this.today = today;
    }

    List<ImportedCase> make(int count) {
        var cases = new ArrayList<ImportedCase>();
        var fresh = Math.min(FRESH.length, count / 8);
        for (int i = 0; i < count; i++) {
            var days = i < fresh ? FRESH[i] : chance.between(3, DAYS);
            cases.add(one(i, today.minusDays(days), i < fresh));
        }
        return cases;
    }

    private ImportedCase one(int number, LocalDate opened, boolean fresh) {
        var strain = Math.clamp(chance.normal(0.68, 0.15), 0.1, 1);
        var closed = closed(opened);
        var identity = chance.happens(0.03) ? Identity.PROTECTED : Identity.OPEN;
        var followed = fresh ? List.<ImportedCase.Visit>of() : visits.of(opened, closed, strain);
        var helped = chance.happens(0.9);
        return new ImportedCase(
                unit,
                form.id().key(),
                new LocalId(opened.getYear() % 100 + "-" + String.format("%04d", number + 1)),
                sex(),
                identity == Identity.PROTECTED ? OptionalInt.empty() : OptionalInt.of(birthYear(opened)),
                identity,
                chance.one(List.of(
                        WayIn.OWN_APPLICATION,
                        WayIn.OWN_APPLICATION,
                        WayIn.REPORT,
                        WayIn.OTHER_UNIT,
                        WayIn.OTHER_AUTHORITY,
                        WayIn.UNKNOWN)),
                opened,
                closed.map(day -> new Closure(day, reason())),
                followed,
                helped ? given(opened, closed) : List.of(),
                closed.filter(_ -> helped).map(day -> aim(opened, day)));
    }

    private Optional<LocalDate> closed(LocalDate opened) {
        var day = opened.plusDays(Math.round(Math.exp(chance.normal(5.2, 0.6))));
        return day.isBefore(today) ? Optional.of(day) : Optional.empty();
    }

    private Sex sex() {
        return switch (form.id().key().value()) {
            case "vald" -> drawn(93, 6, 0.6, 0.4);
            case "missbruk" -> drawn(31, 68, 0.6, 0.4);
            case "boende" -> drawn(38, 61, 0.6, 0.4);
            default -> drawn(49, 50, 0.7, 0.3);
        };
    }

    private Sex drawn(double women, double men, double other, double unknown) {
        return List.of(Sex.WOMAN, Sex.MAN, Sex.OTHER, Sex.UNKNOWN).get(chance.weighted(women, men, other, unknown));
    }

    private int birthYear(LocalDate opened) {
        return form.id().key().equals(new InstrumentKey("barn"))
                ? opened.getYear() - chance.between(1, 17)
                : opened.getYear() - Math.clamp(Math.round(chance.normal(39, 13)), 18, 89);
    }

    private CloseReason reason() {
        return List.of(
                        CloseReason.SUPPORT_COMPLETED,
                        CloseReason.NO_NEED,
                        CloseReason.CLIENT_ENDED,
                        CloseReason.MOVED,
                        CloseReason.HANDED_OVER)
                .get(chance.weighted(52, 14, 19, 8, 7));
    }

    private List<ImportedCase.Given> given(LocalDate opened, Optional<LocalDate> closed) {
        var given = new ArrayList<ImportedCase.Given>();
        for (var kind : kinds()) {
            var start = opened.plusDays(chance.between(1, 30));
            if ((given.isEmpty() || chance.happens(0.3)) && !start.isAfter(closed.orElse(today))) {
                given.add(new ImportedCase.Given(kind, start, closed));
            }
        }
        return given;
    }

    private List<InterventionKind> kinds() {
        return switch (form.id().key().value()) {
            case "vald" ->
                List.of(
                        InterventionKind.COUNSELLING,
                        InterventionKind.CRISIS_TALKS,
                        InterventionKind.SHELTER,
                        InterventionKind.FINANCIAL_SUPPORT,
                        InterventionKind.CHILD_SUPPORT);
            case "missbruk" ->
                List.of(
                        InterventionKind.TREATMENT,
                        InterventionKind.COUNSELLING,
                        InterventionKind.GROUP_SUPPORT,
                        InterventionKind.HOUSING_SUPPORT);
            case "boende" ->
                List.of(InterventionKind.HOUSING_SUPPORT, InterventionKind.HOUSING, InterventionKind.FINANCIAL_SUPPORT);
            case "barn" ->
                List.of(
                        InterventionKind.FAMILY_SUPPORT,
                        InterventionKind.CHILD_SUPPORT,
                        InterventionKind.CONTACT_PERSON);
            default ->
                List.of(
                        InterventionKind.COUNSELLING,
                        InterventionKind.PRACTICAL_HELP,
                        InterventionKind.WORK_OR_STUDIES);
        };
    }

    private ImportedCase.Aim aim(LocalDate opened, LocalDate closed) {
        var step = List.of(GoalStep.FULLY_REACHED, GoalStep.PARTLY_REACHED, GoalStep.NOT_REACHED)
                .get(chance.weighted(46, 36, 18));
        return new ImportedCase.Aim(
                "Ett lugnare och tryggare liv",
                GasScale.FIVE_LEVELS,
                opened,
                List.of(new Goal.Rating(closed, step, Optional.empty())));
    }
}
