package se.samsyn.access.audit;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samsyn.database.AfterRestore;

/** A backup that has been put back has a shorter chain than the one it replaces: that is recorded and signed, so that it is no riddle. */
@Component
final class Restored implements AfterRestore {

    private final Sealer sealer;

    Restored(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public Optional<String> restored(Instant asOf) {
        return sealer.beginAfterRestore().map(Restored::sentence);
    }

    private static String sentence(Head head) {
        String gone = head.former() > head.position()
                ? " Plats %d till %d i den förra kedjan finns inte längre."
                        .formatted(head.position() + 1, head.former())
                : "";
        return "Åtkomstloggens kedja är den som fanns i kopian, %d rader, och går vidare därifrån.%s"
                .formatted(head.position(), gone);
    }
}
