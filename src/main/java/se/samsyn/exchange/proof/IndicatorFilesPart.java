package se.samsyn.exchange.proof;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Part;
import se.samsyn.proof.Reference;

/** Claims of files with indicators, in and out. */
@Component
@Order(4)
class IndicatorFilesPart implements Part {

    private final IndicatorImportClaims imports;

    IndicatorFilesPart(IndicatorImportClaims imports) {
        this.imports = imports;
    }

    @Override
    public String name() {
        return "indicators";
    }

    @Override
    public List<Claim> claims(Reference reference) {
        return Stream.of(PxClaims.claims(reference), JsonStatClaims.claims(reference), imports.claims(reference))
                .flatMap(List::stream)
                .toList();
    }
}
