package se.samsyn.organisation.web;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.organisation.Unit;

/** What an administrator fills in to open an account. The password is never shown again. */
record AccountForm(
        @Nullable String username,
        @Nullable String password,
        @Nullable String name,
        @Nullable Role role,
        @Nullable String place,
        @Nullable String unit) {

    AccountForm {
        username = Objects.requireNonNullElse(username, "");
        password = Objects.requireNonNullElse(password, "");
        name = Objects.requireNonNullElse(name, "");
        role = Objects.requireNonNullElse(role, Role.CASEWORKER);
        place = Objects.requireNonNullElse(place, "");
        unit = Objects.requireNonNullElse(unit, "");
    }

    static AccountForm empty() {
        return new AccountForm(null, null, null, null, null, null);
    }

    /** The first fault as a message key, if there is one. */
    Optional<String> fault(Optional<Unit> found, Accounts accounts) {
        if (!username().matches("[A-Za-z0-9._@-]{3,60}")) {
            return Optional.of("organisation.account.fault.username");
        }
        if (accounts.taken(username())) {
            return Optional.of("organisation.account.fault.taken");
        }
        if (name().isBlank()) {
            return Optional.of("organisation.account.fault.name");
        }
        if (password().length() < Accounts.SHORTEST_PASSWORD) {
            return Optional.of("organisation.account.fault.password");
        }
        return role().boundToUnit() && found.isEmpty()
                ? Optional.of("organisation.account.fault.unit")
                : Optional.empty();
    }

    @Override
    public String username() {
        return Objects.requireNonNull(username);
    }

    @Override
    public String password() {
        return Objects.requireNonNull(password);
    }

    @Override
    public String name() {
        return Objects.requireNonNull(name);
    }

    @Override
    public Role role() {
        return Objects.requireNonNull(role);
    }

    @Override
    public String place() {
        return Objects.requireNonNull(place);
    }

    @Override
    public String unit() {
        return Objects.requireNonNull(unit);
    }

    @Override
    public String toString() {
        return "AccountForm[" + role + "]";
    }
}
