package se.samsyn.proof;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Claims of registers: published data from the file to the crossing, and what is refused. */
@Component
@Order(3)
class RegisterPart implements Part {

    private final RegisterClaims registers;
    private final RegisterRefusals refusals;

    RegisterPart(RegisterClaims registers, RegisterRefusals refusals) {
        this.registers = registers;
        this.refusals = refusals;
    }

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public List<Claim> claims(Reference reference) {
        return Stream.of(registers.claims(reference), refusals.claims())
                .flatMap(List::stream)
                .toList();
    }
}
