package se.samsyn.proof.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samsyn.database.TestDatabase;
import se.samsyn.proof.Verdict;

/**
 * A slice of each claim of trust that is tried in the program itself; what a claim tells when it fails says what to do. Forms are fuzzed
 * by {@code FormFuzzIT}.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"samsyn.test.own-database=true", "samsyn.data=target/trust", "samsyn.results.age=PT0S"})
class TrustIT {

    @Autowired
    private MatrixClaims matrix;

    @Autowired
    private RowClaims rows;

    @Autowired
    private SearchClaims search;

    @Autowired
    private HiddenClaims hidden;

    @Autowired
    private FuzzClaims fuzz;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        TestDatabase.ownProperties().forEach((name, value) -> registry.add(name, () -> value));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everyAddressStandsInTheTableOfRoutes() {
        holds(matrix.listed());
    }

    @Test
    void nobodyReadsOrChangesWhatIsAnotherUnits() throws Exception {
        holds(matrix.asked());
    }

    @Test
    void theDatabaseItselfGivesNobodyRowsOfAnotherUnit() {
        holds(rows.guarded());
        holds(rows.asked());
    }

    @Test
    void nobodyIsFoundByWhatTheyAreLike() throws Exception {
        holds(search.read());
        holds(search.sent());
    }

    @Test
    void protectedPersonsAreSeenNowhere() throws Exception {
        holds(hidden.crawled(40));
        holds(hidden.places());
    }

    @Test
    void noInputMakesAParserFallOver() throws Exception {
        holds(fuzz.parsers(1_500));
    }

    private static void holds(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Holds.class);
    }
}
