package se.samsyn.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samsyn.exchange.ImportResult;
import se.samsyn.exchange.Origin;
import se.samsyn.exchange.Trait;
import se.samsyn.organisation.Unit;
import se.samsyn.table.TableKind;
import se.samsyn.table.View;

/** Adults after detoxification, at baseline and every half year for two years with heavy drop-out (Samet and others 2003). */
@Component
class HelpClaims {

    private static final String BASELINE = "microdata/mosaicData__HELPrct.csv";
    private static final String FULL = "microdata/mosaicData__HELPfull.csv";
    private static final String SET = "prove-help";
    /** With a score of depression at baseline. */
    private static final double PEOPLE = 470;

    private final ProofGround ground;
    private final OpenTables tables;
    private @Nullable Unit baseline;
    private @Nullable Unit full;

    HelpClaims(ProofGround ground, OpenTables tables) {
        this.ground = ground;
        this.tables = tables;
    }

    List<Claim> claims(Reference reference) {
        return List.of(
                baseline(reference, "453 personer läses in från brett format", "met", 453, 0),
                new Claim(
                        "HELPrct: medelålder 35,65",
                        () -> reference.with(BASELINE, file -> near(age(file), 35.65, 0.005))),
                baseline(reference, "medelvärde för CES-D 32,85", "mean", 32.85, 0.005),
                new Claim(
                        "HELPrct: 209 hemlösa",
                        () -> reference.with(
                                BASELINE, file -> near(occasions(baselineUnit(file), "homeless", "yes"), 209, 0))),
                new Claim(
                        "HELPfull, långt format: förändring i CES-D på samma personer, med bortfallet räknat",
                        () -> reference.with(FULL, this::change)));
    }

    private Claim baseline(Reference reference, String text, String row, double expected, double tolerance) {
        return new Claim(
                "HELPrct: " + text,
                () -> reference.with(
                        BASELINE, file -> near(occasions(baselineUnit(file), "depression", row), expected, tolerance)));
    }

    private static Verdict near(double computed, double expected, double tolerance) {
        return Verdict.of(
                Math.abs(computed - expected) <= tolerance + 1e-9, String.format(Locale.ROOT, "%.2f", computed));
    }

    private double age(Path file) throws IOException {
        return OpenTables.value(
                tables.table(SET, baselineUnit(file), View.WHO_WE_MEET, TableKind.LEVEL, "age"), "mean", "ALL/value");
    }

    private double occasions(Unit unit, String variable, String row) {
        return OpenTables.value(
                tables.table(SET, unit, View.HOW_IT_WENT, TableKind.OCCASIONS, variable), row, "before/count");
    }

    private Verdict change(Path file) throws IOException {
        var unit = full != null ? full : imported("HELPfull", "help-long", file);
        full = unit;
        var table = tables.table(SET, unit, View.HOW_IT_WENT, TableKind.SCORE_CHANGE, "depression");
        var pairs = OpenTables.value(table, "pairs", "ALL/value");
        var lost = OpenTables.value(table, "lost", "ALL/value");
        var mean = OpenTables.value(table, "mean-change", "ALL/value");
        return Verdict.of(
                pairs + lost == PEOPLE && mean < 0,
                String.format(Locale.ROOT, "%.0f par, %.0f i bortfall, medelförändring %.2f", pairs, lost, mean));
    }

    private Unit baselineUnit(Path file) throws IOException {
        var known = baseline != null ? baseline : imported("HELPrct", "help-wide", file);
        baseline = known;
        return known;
    }

    private Unit imported(String name, String mapping, Path file) throws IOException {
        ground.instrument("help");
        var unit = ground.unit(name);
        var whole = ground.mapping(mapping).with(Trait.UNIT, Origin.constant(unit.name()));
        if (ground.run(file, whole, List.of(unit)) instanceof ImportResult.Rejected(var run)) {
            throw new IllegalStateException(run.stops() + " problems stop the import of " + name);
        }
        return unit;
    }
}
