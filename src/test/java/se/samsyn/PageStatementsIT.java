package se.samsyn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.UnitKind;

/** Pages that list units and accounts take as many statements for many as for few; other pages are counted in their modules. */
@SpringBootTest(properties = "samsyn.results.first=P1D")
@AutoConfigureMockMvc
@Import(StatementCount.class)
class PageStatementsIT {

    private static final PlaceCode PLACE = new PlaceCode("2518");

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organisations organisations;

    @Test
    void accountsAndUnits() {
        staysTheSame("/konton", Role.ADMINISTRATOR);
    }

    @Test
    void importOfFiles() {
        staysTheSame("/import", Role.QUALITY_DEVELOPER);
    }

    @Test
    void whatIsDueToBeErased() {
        staysTheSame("/gallring", Role.QUALITY_DEVELOPER);
    }

    @Test
    void rulesOfKeeping() {
        staysTheSame("/gallring/regler", Role.QUALITY_DEVELOPER);
    }

    @Test
    void handouts() {
        staysTheSame("/utlamnande", Role.QUALITY_DEVELOPER);
    }

    @Test
    void frozenTables() {
        staysTheSame("/fryst", Role.QUALITY_DEVELOPER);
    }

    private void staysTheSame(String address, Role role) {
        unit();
        var reader = account(role);
        read(address, reader);
        int few = StatementCount.during(() -> read(address, reader));
        for (int i = 0; i < 6; i++) {
            unit();
            account(Role.AUDITOR);
        }
        assertThat(StatementCount.during(() -> read(address, reader)))
                .as(address)
                .isEqualTo(few)
                .isLessThanOrEqualTo(20);
    }

    private void read(String address, UserDetails reader) {
        assertThat(pages.get().uri(address).with(user(reader)).exchange()).hasStatusOk();
    }

    private void unit() {
        var name = "Enhet " + UUID.randomUUID();
        var board = organisations.found(name, OrganisationKind.MUNICIPAL, PLACE);
        organisations.open(board, name, UnitKind.AUTHORITY, ServiceArea.GENERAL, PLACE);
    }

    private UserDetails account(Role role) {
        var username = "test-" + UUID.randomUUID();
        accounts.open(username, UUID.randomUUID().toString(), "Prov", role, PLACE, Optional.empty());
        return accounts.loadUserByUsername(username);
    }
}
