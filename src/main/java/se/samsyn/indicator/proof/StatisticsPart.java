package se.samsyn.indicator.proof;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Part;
import se.samsyn.proof.Reference;

/** Claims of statistics, of maps, and of how fast a country's figures are handled. */
@Component
@Order(5)
class StatisticsPart implements Part {

    private final IndicatorBench speed;

    StatisticsPart(IndicatorBench speed) {
        this.speed = speed;
    }

    @Override
    public String name() {
        return "indicators";
    }

    @Override
    public List<Claim> claims(Reference reference) {
        return Stream.of(
                        PublishedClaims.claims(reference),
                        PrintedClaims.claims(reference),
                        SampleClaims.claims(reference),
                        MadeUpClaims.claims(),
                        MapClaims.claims(),
                        speed.claims(reference.length()))
                .flatMap(List::stream)
                .toList();
    }
}
