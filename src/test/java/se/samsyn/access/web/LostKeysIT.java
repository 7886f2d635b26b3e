package se.samsyn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samsyn.SignedInAs;
import se.samsyn.access.Role;
import se.samsyn.database.RowScope;
import se.samsyn.database.TestDatabase;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.Cases;
import se.samsyn.followup.GasScale;
import se.samsyn.followup.GoalId;
import se.samsyn.followup.GoalWeight;
import se.samsyn.followup.Identity;
import se.samsyn.followup.LocalId;
import se.samsyn.followup.OpenCase;
import se.samsyn.followup.SetGoal;
import se.samsyn.followup.Support;
import se.samsyn.followup.WayIn;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.Sex;
import se.samsyn.organisation.Unit;

/** The keys go away while people work, and come back. */
@DirtiesContext
class LostKeysIT extends OverHttp {

    private static final Map<String, Object> OWN = TestDatabase.ownProperties();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Cases cases;

    @Autowired
    private Support support;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("samsyn.test.own-database", () -> true);
        OWN.forEach((name, value) -> registry.add(name, () -> value));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void saysSoPlainlyWritesNothingAndGoesOnWhenTheyAreBack() throws IOException {
        var unit = SignedInAs.unit(organisations);
        var page = "/arenden/" + withGoal(unit);
        var atWork = stranger().signIn(account(Role.CASEWORKER, unit), PASSWORD);
        assertThat(atWork.get(page).statusCode()).isEqualTo(200);
        assertThat(atWork.get(page).body()).contains("Trygg hemma");

        var key = Path.of(String.valueOf(OWN.get("samsyn.keys"))).resolve("text-2080.json");
        var aside = key.resolveSibling("aside");
        Files.move(key, aside);
        var lost = atWork.get(page);
        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(lost.body())
                .contains("En nyckel saknas")
                .doesNotContain("Exception")
                .doesNotContain("text-2080")
                .doesNotContain("Trygg");
        assertThat(set(atWork, page)).isEqualTo(503);
        assertThat(goals(unit)).isEqualTo(1);
        assertThat(key).doesNotExist();
        assertThat(atWork.get("/att-gora").statusCode()).isEqualTo(200);

        Files.move(aside, key);
        assertThat(atWork.get(page).body()).contains("Trygg hemma");
        assertThat(set(atWork, page)).isEqualTo(302);
        assertThat(goals(unit)).isEqualTo(2);
    }

    private CaseId withGoal(Unit unit) {
        SignedInAs.thread(SignedInAs.of(accounts, Role.CASEWORKER, unit));
        var id = CaseId.fresh();
        cases.open(new OpenCase(
                id,
                unit.id(),
                new InstrumentKey("allman"),
                Optional.of(new LocalId("k-1")),
                Sex.WOMAN,
                OptionalInt.of(1990),
                Identity.OPEN,
                WayIn.REPORT,
                DAY));
        support.set(id, new SetGoal(GoalId.fresh(), "Trygg hemma", GoalWeight.PART, GasScale.FIVE_LEVELS, DAY));
        return id;
    }

    private static int set(Browser browser, String page) {
        return browser.post(
                        page + "/mal",
                        "goal",
                        UUID.randomUUID().toString(),
                        "text",
                        "En bostad",
                        "weight",
                        "PART",
                        "scale",
                        "FIVE_LEVELS",
                        "set",
                        DAY.toString())
                .statusCode();
    }

    private int goals(Unit unit) {
        return RowScope.working(
                Set.of(unit.id()),
                "",
                () -> jdbc.sql("select count(*) from followup_goal")
                        .query(Integer.class)
                        .single());
    }
}
