package se.samsyn.organisation.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Unit;
import se.samsyn.web.BadInput;
import se.samsyn.web.FormText;

/**
 * What an administrator fills in to open an account.
 *
 * @param unit for the roles bound to a unit
 * @param place for the others; the administrator's own where none is chosen
 */
record AccountForm(String username, String name, Role role, String unit, String place) {

    AccountForm {
        username = FormText.of(username).strip();
        name = FormText.of(name).strip();
        unit = FormText.of(unit);
        place = FormText.of(place);
        BadInput.need(role);
    }

    static AccountForm empty() {
        return new AccountForm("", "", Role.CASEWORKER, "", "");
    }

    /** The faults as message keys, by the id of the field. */
    Map<String, String> faults(Optional<Unit> found, PlaceCode at, Accounts accounts) {
        var faults = new LinkedHashMap<String, String>();
        if (name.isEmpty()) {
            faults.put("account-name", "organisation.account.fault.name");
        }
        if (!username.matches("[A-Za-z0-9._@-]{3,60}")) {
            faults.put("account-username", "organisation.account.fault.username");
        } else if (accounts.taken(username)) {
            faults.put("account-username", "organisation.account.fault.taken");
        }
        if (role.boundToUnit() && found.isEmpty()) {
            faults.put("account-unit", "organisation.account.fault.unit");
        } else if (!role.fits(at.level())) {
            faults.put("account-role", "organisation.account.fault.role");
        }
        return faults;
    }

    @Override
    public String toString() {
        return "AccountForm[" + role + "]";
    }
}
