package se.samsyn.proof.trust;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import se.samsyn.access.Role;
import se.samsyn.followup.CaseImport;
import se.samsyn.followup.Identity;
import se.samsyn.followup.ImportProgress;
import se.samsyn.followup.ImportedCase;
import se.samsyn.followup.LocalId;
import se.samsyn.followup.WayIn;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.FormId;
import se.samsyn.instrument.Instruments;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.VariableKey;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.organisation.Unit;

/** Fills units with made-up cases to work among: opened over three years, followed up twice. */
@Component
class BenchCases {

    private static final InstrumentKey SET = new InstrumentKey("allman");

    private final TrustGround ground;
    private final CaseImport imports;
    private final Instruments instruments;
    private final SplittableRandom random = new SplittableRandom(1);

    BenchCases(TrustGround ground, CaseImport imports, Instruments instruments) {
        this.ground = ground;
        this.imports = imports;
        this.instruments = instruments;
    }

    void fill(Unit unit, int count) {
        ground.as(ground.person(Role.QUALITY_DEVELOPER, unit.municipality(), Optional.empty()));
        try {
            var form = instruments.inUse(SET, PlaceCode.NATION).id();
            var made = new ArrayList<ImportedCase>();
            for (int number = 0; number < count; number++) {
                made.add(made(unit, form, number));
            }
            imports.write(imports.require(Set.of(unit.id())), made, ImportProgress.UNWATCHED);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private ImportedCase made(Unit unit, FormId form, int number) {
        var opened = ground.today().minusDays(20 + random.nextInt(1_000));
        return new ImportedCase(
                unit.id(),
                SET,
                new LocalId("last-" + number),
                number % 2 == 0 ? Sex.WOMAN : Sex.MAN,
                OptionalInt.of(1950 + random.nextInt(50)),
                Identity.OPEN,
                WayIn.REPORT,
                opened,
                Optional.empty(),
                visits(form, opened),
                List.of(),
                Optional.empty());
    }

    private List<ImportedCase.Visit> visits(FormId form, LocalDate opened) {
        var before = new ImportedCase.Visit(Phase.BEFORE, opened, 0, form, answers());
        var later = opened.plusMonths(6);
        return later.isAfter(ground.today())
                ? List.of(before)
                : List.of(before, new ImportedCase.Visit(Phase.DURING, later, 6, form, answers()));
    }

    private Answers answers() {
        return new Answers(Map.of(
                new VariableKey("maende"), new Answer.Amount(BigDecimal.valueOf(random.nextInt(11))),
                new VariableKey("vardag"), new Answer.Amount(BigDecimal.valueOf(random.nextInt(11)))));
    }
}
