package se.samsyn.proof.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import se.samsyn.proof.Verdict;

/** The program killed once and its database once, while answers are saved and files imported. */
@SpringBootTest
class KilledIT {

    @Autowired
    private KillClaims kills;

    @Test
    void whatWasAcknowledgedIsThereAfterwards() throws Exception {
        assertThat(kills.killed(2)).isInstanceOf(Verdict.Holds.class);
    }
}
