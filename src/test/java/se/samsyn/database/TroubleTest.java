package se.samsyn.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

class TroubleTest {

    @ParameterizedTest
    @CsvSource({
        "53100, FULL",
        "57014, SLOW",
        "55P03, SLOW",
        "53300, SLOW",
        "08006, LOST",
        "57P01, LOST",
        "58030, LOST",
        "53200, LOST"
    })
    void isToldByTheDatabasesCode(String state, Trouble trouble) {
        var fault = new DataAccessResourceFailureException("told", new SQLException("told", state));
        assertThat(Trouble.of(fault)).contains(trouble);
        assertThat(Trouble.of(new IllegalStateException(fault))).contains(trouble);
    }

    @Test
    void tellsAPoolInUseFromADatabaseThatCannotBeReached() {
        assertThat(Trouble.of(
                        new CannotGetJdbcConnectionException("none", new SQLTransientConnectionException("timed out"))))
                .contains(Trouble.SLOW);
        assertThat(Trouble.of(new CannotCreateTransactionException(
                        "none",
                        new SQLTransientConnectionException(
                                "timed out", "08001", new SQLException("refused", "08001")))))
                .contains(Trouble.LOST);
    }

    @Test
    void aDiskOfOurOwnIsFullInTheSystemsOwnWords() {
        assertThat(Trouble.of(new UncheckedIOException(new IOException("No space left on device"))))
                .contains(Trouble.FULL);
        assertThat(Trouble.of(new UncheckedIOException(new IOException("/data/x: Enheten är full"))))
                .contains(Trouble.FULL);
        assertThat(Trouble.of(new UncheckedIOException(new IOException("Broken pipe"))))
                .isEmpty();
    }

    @Test
    void leavesOtherFaultsAlone() {
        assertThat(Trouble.of(null)).isEmpty();
        assertThat(Trouble.of(new IllegalArgumentException("53100"))).isEmpty();
        assertThat(Trouble.of(new DataIntegrityViolationException("x", new SQLException("x", "23505"))))
                .isEmpty();
        assertThat(Trouble.of(new QueryTimeoutException("x"))).contains(Trouble.SLOW);
    }
}
