package se.samsyn.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.database.RowScope.Task;

class ActorRowsTest {

    @ParameterizedTest
    @CsvSource({
        "CASEWORKER, RECORD",
        "UNIT_MANAGER, KEEP",
        "QUALITY_DEVELOPER, READ",
        "REGIONAL_ANALYST, READ",
        "NATIONAL_ANALYST, READ",
        "AUDITOR, READ",
        "ADMINISTRATOR, READ"
    })
    void letsEachRoleDoWithRowsWhatItsWorkIs(Role role, Task task) {
        assertThat(ActorRows.task(role)).isEqualTo(task);
    }
}
