package se.samsyn.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import picocli.CommandLine;
import se.samsyn.SignedInAs;
import se.samsyn.access.factor.SharedSecret;
import se.samsyn.access.factor.Totp;
import se.samsyn.database.TestDatabase;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.keys.SealedCount;

/** The key of second factors is turned, and those who have one sign in as before. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"samsyn.test.own-database=true", "samsyn.second-factor=demand", "samsyn.key-pause=PT0.3S"})
@DirtiesContext
class TurnedFactorKeysIT {

    private static final Map<String, Object> OWN = TestDatabase.ownProperties();

    @Autowired
    @Qualifier("keysCommand")
    private Callable<Integer> command;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private FactorTexts texts;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        OWN.forEach((name, value) -> registry.add(name, () -> value));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void secretsAreSealedAnewAndTheOldKeyIsThrownAway() {
        assertThat(texts.rings()).isEmpty();
        var secret = SharedSecret.draw();
        accounts.open(
                "tva-steg", "en lång ramsa om höst", "Prov", Role.AUDITOR, new PlaceCode("2080"), Optional.empty());
        SignedInAs.thread(accounts.loadUserByUsername("tva-steg"));
        assertThat(factors.begin(secret, Totp.code(secret, Instant.now().minusSeconds(30))))
                .isPresent();
        var before = stored();

        var said = turned();

        assertThat(said).contains("1 texter krypterade om", "1 nyckel kastad");
        assertThat(stored()).isNotEqualTo(before);
        assertThat(texts.count(SecondFactors.RING)).isEqualTo(SealedCount.NEWEST);
        assertThat(factors.admit(accounts.loadUserByUsername("tva-steg"), Totp.code(secret, Instant.now())))
                .isPresent();

        jdbc.sql("update access_factor set secret = secret || 'AA'").update();
        assertThat(texts.count(SecondFactors.RING)).isEqualTo(SealedCount.SHUT);
        assertThat(turned()).contains("1 texter går inte att öppna");
    }

    private String turned() {
        var out = new StringWriter();
        new CommandLine(command).setOut(new PrintWriter(out)).execute("rotate", "--use", "SECOND_FACTOR");
        return out.toString();
    }

    private String stored() {
        return jdbc.sql("select secret from access_factor").query(String.class).single();
    }
}
