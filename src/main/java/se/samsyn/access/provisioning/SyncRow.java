package se.samsyn.access.provisioning;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.samsyn.access.Role;

/**
 * A row of a file with accounts, as text.
 *
 * @param number of the row, as the spreadsheet program counts
 */
record SyncRow(int number, Map<SyncColumn, String> fields) {

    private static final Map<String, Role> ROLES = Map.of(
            "handläggare", Role.CASEWORKER,
            "enhetschef", Role.UNIT_MANAGER,
            "kvalitetsutvecklare", Role.QUALITY_DEVELOPER,
            "regional analytiker", Role.REGIONAL_ANALYST,
            "nationell analytiker", Role.NATIONAL_ANALYST,
            "logggranskare", Role.AUDITOR,
            "administratör", Role.ADMINISTRATOR);

    private static final Map<String, Boolean> ANSWERS = Map.ofEntries(
            Map.entry("", true),
            Map.entry("ja", true),
            Map.entry("yes", true),
            Map.entry("true", true),
            Map.entry("sant", true),
            Map.entry("1", true),
            Map.entry("nej", false),
            Map.entry("no", false),
            Map.entry("false", false),
            Map.entry("falskt", false),
            Map.entry("0", false));

    SyncRow {
        fields = Map.copyOf(new EnumMap<>(fields));
    }

    String text(SyncColumn column) {
        return fields.getOrDefault(column, "").strip();
    }

    String username() {
        return text(SyncColumn.USERNAME).toLowerCase(Locale.ROOT);
    }

    Optional<String> externalId() {
        return Optional.of(text(SyncColumn.EXTERNAL_ID)).filter(id -> !id.isEmpty());
    }

    /** By its Swedish name or by its code. */
    Optional<Role> role() {
        var text = text(SyncColumn.ROLE);
        for (var role : Role.values()) {
            if (role.name().equalsIgnoreCase(text)) {
                return Optional.of(role);
            }
        }
        return Optional.ofNullable(ROLES.get(text.toLowerCase(Locale.ROOT)));
    }

    /** Whether the account is to be in use; it is where nothing is said. */
    Optional<Boolean> active() {
        return Optional.ofNullable(ANSWERS.get(text(SyncColumn.ACTIVE).toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return "SyncRow[" + number + "]";
    }
}
