package se.samsyn.proof;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Claims of the main job: individuals followed before, during and after, from the file to the table. */
@Component
@Order(1)
class FollowupPart implements Part {

    private final HousingClaims housing;
    private final HelpClaims help;
    private final BadInputClaims badInput;

    FollowupPart(HousingClaims housing, HelpClaims help, BadInputClaims badInput) {
        this.housing = housing;
        this.help = help;
        this.badInput = badInput;
    }

    @Override
    public String name() {
        return "followup";
    }

    @Override
    public List<Claim> claims(Reference reference) {
        return Stream.of(housing.claims(reference), help.claims(reference), badInput.claims())
                .flatMap(List::stream)
                .toList();
    }
}
