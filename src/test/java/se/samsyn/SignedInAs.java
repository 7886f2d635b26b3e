package se.samsyn;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisation;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.Unit;
import se.samsyn.organisation.UnitKind;

/** Units and people for tests that need somebody signed in. */
public final class SignedInAs {

    private SignedInAs() {}

    /** A new unit in Falun. */
    public static Unit unit(Organisations organisations) {
        Organisation board =
                organisations.found("Nämnd " + UUID.randomUUID(), OrganisationKind.MUNICIPAL, new PlaceCode("2080"));
        return organisations.open(board, "Enhet", UnitKind.AUTHORITY, ServiceArea.VIOLENCE, new PlaceCode("2080"));
    }

    /** Somebody new of a role bound to the unit. */
    public static UserDetails of(Accounts accounts, Role role, Unit unit) {
        var username = "test-" + UUID.randomUUID();
        accounts.open(
                username,
                UUID.randomUUID().toString(),
                "Prov",
                role,
                unit.municipality(),
                role.boundToUnit() ? Optional.of(unit.id()) : Optional.empty());
        return accounts.loadUserByUsername(username);
    }

    /** Signs in on this thread. */
    public static void thread(UserDetails user) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
    }
}
