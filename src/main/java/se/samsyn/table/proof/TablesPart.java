package se.samsyn.table.proof;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Part;
import se.samsyn.proof.Reference;

/** Claims of the protection of tables: the same as published methods give, and nothing for an attacker to find. */
@Component
@Order(2)
class TablesPart implements Part {

    private final GaussClaims gauss;
    private final EngineClaims engine;
    private final WideClaims wide;
    private final LinkedClaims linked;
    private final IntervalClaims intervals;
    private final RoundingClaims rounding;
    private final NoiseClaims noise;
    private final RedTeamClaims redTeam;
    private final BlurredClaims blurred;
    private final GeneratedClaims generated;
    private final RefusalClaims refusals;

    TablesPart(
            GaussClaims gauss,
            EngineClaims engine,
            WideClaims wide,
            LinkedClaims linked,
            IntervalClaims intervals,
            RoundingClaims rounding,
            NoiseClaims noise,
            RedTeamClaims redTeam,
            BlurredClaims blurred,
            GeneratedClaims generated,
            RefusalClaims refusals) {
        this.gauss = gauss;
        this.engine = engine;
        this.wide = wide;
        this.linked = linked;
        this.intervals = intervals;
        this.rounding = rounding;
        this.noise = noise;
        this.redTeam = redTeam;
        this.blurred = blurred;
        this.generated = generated;
        this.refusals = refusals;
    }

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public List<Claim> claims(Reference reference) {
        return Stream.of(
                        gauss.claims(reference),
                        engine.claims(reference),
                        wide.claims(reference),
                        linked.claims(reference),
                        intervals.claims(reference),
                        rounding.claims(reference),
                        noise.claims(reference),
                        redTeam.claims(),
                        blurred.claims(),
                        generated.claims(),
                        refusals.claims())
                .flatMap(List::stream)
                .toList();
    }
}
