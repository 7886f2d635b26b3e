package se.samsyn.table.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Reference;
import se.samsyn.proof.Verdict;

/** The claims of protected tables that need no database, each as a test of its own. */
class TablesClaimsTest {

    @TestFactory
    Stream<DynamicTest> hiddenCells() {
        return tests(new GaussClaims().claims(Reference.at(null)).stream());
    }

    @TestFactory
    Stream<DynamicTest> engine() {
        return tests(new EngineClaims().claims(Reference.at(null)).stream());
    }

    @TestFactory
    Stream<DynamicTest> wideTables() {
        return tests(new WideClaims().claims(Reference.at(null)).stream());
    }

    @TestFactory
    Stream<DynamicTest> linkedTables() {
        return tests(new LinkedClaims().claims(Reference.at(null)).stream());
    }

    @TestFactory
    Stream<DynamicTest> intervals() {
        return tests(new IntervalClaims().claims(Reference.at(null)).stream());
    }

    @TestFactory
    Stream<DynamicTest> noise() {
        return tests(new NoiseClaims().claims(Reference.at(null)).stream());
    }

    @TestFactory
    Stream<DynamicTest> attacks() {
        return tests(new RedTeamClaims().claims().stream());
    }

    @TestFactory
    Stream<DynamicTest> blurred() {
        return tests(new BlurredClaims().claims().stream());
    }

    @TestFactory
    Stream<DynamicTest> rounding() {
        return tests(new RoundingClaims().claims(Reference.at(null)).stream());
    }

    @Test
    void someGeneratedTables() {
        Verdict verdict = GeneratedClaims.tried(150);
        assertThat(verdict).as(verdict.figure()).isInstanceOf(Verdict.Holds.class);
    }

    @TestFactory
    Stream<DynamicTest> refusals() {
        return tests(new RefusalClaims().claims().stream());
    }

    private static Stream<DynamicTest> tests(Stream<Claim> claims) {
        return claims.map(claim -> DynamicTest.dynamicTest(claim.text(), () -> {
            Verdict verdict = claim.tried();
            assumeFalse(verdict instanceof Verdict.Skipped, verdict.figure());
            assertThat(verdict).as(verdict.figure()).isInstanceOf(Verdict.Holds.class);
        }));
    }
}
