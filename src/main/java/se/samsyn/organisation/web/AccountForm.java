package se.samsyn.organisation.web;

import java.util.Optional;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.organisation.Unit;
import se.samsyn.web.FormText;

/** What an administrator fills in to open an account. The password is never shown again. */
record AccountForm(String username, String password, String name, Role role, String unit) {

    AccountForm {
        username = FormText.of(username);
        password = FormText.of(password);
        name = FormText.of(name);
        unit = FormText.of(unit);
    }

    static AccountForm empty() {
        return new AccountForm("", "", "", Role.CASEWORKER, "");
    }

    /** The first fault as a message key, if there is one. */
    Optional<String> fault(Optional<Unit> found, Accounts accounts) {
        if (!username.matches("[A-Za-z0-9._@-]{3,60}")) {
            return Optional.of("organisation.account.fault.username");
        }
        if (accounts.taken(username)) {
            return Optional.of("organisation.account.fault.taken");
        }
        if (name.isBlank()) {
            return Optional.of("organisation.account.fault.name");
        }
        if (password.length() < Accounts.SHORTEST_PASSWORD) {
            return Optional.of("organisation.account.fault.password");
        }
        return role.boundToUnit() && found.isEmpty()
                ? Optional.of("organisation.account.fault.unit")
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "AccountForm[" + role + "]";
    }
}
