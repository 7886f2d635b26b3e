package se.samsyn.followup;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Draws local ids for cases that the unit has not named: the year and five characters that are hard to mix up. */
@Component
final class GivenIds {

    private static final String READABLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 5;

    private final Clock clock;
    private final RandomGenerator chance = new SecureRandom();

    GivenIds(Clock clock) {
        this.clock = clock;
    }

    LocalId fresh() {
        var text = new StringBuilder(String.valueOf(LocalDate.now(clock).getYear() % 100)).append('-');
        for (int i = 0; i < LENGTH; i++) {
            text.append(READABLE.charAt(chance.nextInt(READABLE.length())));
        }
        return new LocalId(text.toString());
    }
}
