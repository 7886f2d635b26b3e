package se.samsyn.followup;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import se.samsyn.SignedInAs;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;

/** What tests of the follow-up's doors stand on: a caseworker of a unit of their own, signed in on the thread. */
@SpringBootTest
abstract class SignedInCaseworker {

    @Autowired
    Cases cases;

    @Autowired
    CaseChanges changes;

    @Autowired
    Occasions occasions;

    @Autowired
    Support support;

    @Autowired
    Organisations organisations;

    @Autowired
    Accounts accounts;

    @Autowired
    private Clock clock;

    Unit unit;
    UserDetails caseworker;
    LocalDate today;

    @BeforeEach
    void signIn() {
        unit = SignedInAs.unit(organisations);
        caseworker = SignedInAs.of(accounts, Role.CASEWORKER, unit);
        SignedInAs.thread(caseworker);
        today = LocalDate.now(clock);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    Case opened(String localId) {
        return OpenedCases.done(Case.class, cases.open(OpenedCases.wish(unit, localId, today.minusDays(20))));
    }
}
