package se.samsyn.proof;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Claims of the protection of tables: the same as published methods give, and nothing for an attacker to find. */
@Component
@Order(2)
class TablesPart implements Part {

    private final GaussClaims gauss;
    private final RoundingClaims rounding;

    TablesPart(GaussClaims gauss, RoundingClaims rounding) {
        this.gauss = gauss;
        this.rounding = rounding;
    }

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public List<Claim> claims(Reference reference) {
        return Stream.of(gauss.claims(reference), rounding.claims(reference))
                .flatMap(List::stream)
                .toList();
    }
}
