package se.samsyn.access.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.samsyn.access.AccountChange.Wish;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Unit;
import se.samsyn.sheet.Problem;

/** Reads what a row wants an account to be, within a place, and says what in it cannot be. */
final class RowReader {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9._@-]{3,60}");
    private static final Pattern PLACE = Pattern.compile("SE|\\d{2}|\\d{4}");
    private static final int LONGEST = 200;

    private final PlaceCode within;
    private final Organisations organisations;
    private final List<Unit> units;

    RowReader(PlaceCode within, Organisations organisations) {
        this.within = within;
        this.organisations = organisations;
        this.units = organisations.units(within);
    }

    /** What the row wants; nothing where a problem has been added. */
    Optional<Wish> wish(SyncRow row, List<Problem> problems) {
        int before = problems.size();
        words(row, problems);
        var role = row.role();
        if (role.isEmpty()) {
            problems.add(problem(SyncFault.UNKNOWN_ROLE, row, SyncColumn.ROLE));
            return Optional.empty();
        }
        var unit = role.get().boundToUnit() ? unit(row, problems) : Optional.<Unit>empty();
        var place = role.get().boundToUnit() ? unit.map(Unit::municipality) : place(row, problems);
        place.filter(found -> !role.get().fits(found.level()))
                .ifPresent(_ -> problems.add(problem(SyncFault.ROLE_NOT_THERE, row, SyncColumn.ROLE)));
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(wish(row, role.get(), place.orElseThrow(), unit));
    }

    private static Wish wish(SyncRow row, Role role, PlaceCode place, Optional<Unit> unit) {
        return new Wish(row.text(SyncColumn.NAME), role, place, unit.map(Unit::id), row.externalId());
    }

    private static void words(SyncRow row, List<Problem> problems) {
        if (!USERNAME.matcher(row.username()).matches()) {
            problems.add(problem(SyncFault.BAD_USERNAME, row, SyncColumn.USERNAME));
        }
        if (row.text(SyncColumn.NAME).isEmpty() || row.text(SyncColumn.NAME).length() > LONGEST) {
            problems.add(problem(SyncFault.NO_NAME, row, SyncColumn.NAME));
        }
        if (row.externalId().filter(RowReader::isBad).isPresent()) {
            problems.add(problem(SyncFault.BAD_EXTERNAL_ID, row, SyncColumn.EXTERNAL_ID));
        }
        if (row.active().isEmpty()) {
            problems.add(problem(SyncFault.UNKNOWN_ACTIVE, row, SyncColumn.ACTIVE));
        }
    }

    /** A personal number is no external id: it would be kept, and personal numbers never are. */
    private static boolean isBad(String externalId) {
        return externalId.length() > LONGEST || externalId.matches("(\\d{2})?\\d{6}[-+]?\\d{4}");
    }

    /** The place; the own one where none is named. */
    private Optional<PlaceCode> place(SyncRow row, List<Problem> problems) {
        var text = row.text(SyncColumn.PLACE);
        if (text.isEmpty()) {
            return Optional.of(within);
        }
        var found = Optional.of(text)
                .filter(code -> PLACE.matcher(code).matches())
                .map(PlaceCode::new)
                .filter(code -> organisations.find(code).isPresent());
        if (found.isEmpty()) {
            problems.add(problem(SyncFault.UNKNOWN_PLACE, row, SyncColumn.PLACE));
        } else if (!within.contains(found.get())) {
            problems.add(problem(SyncFault.OUTSIDE, row, SyncColumn.PLACE));
        }
        return found;
    }

    /** The unit by its id, or by its name in the place. */
    private Optional<Unit> unit(SyncRow row, List<Problem> problems) {
        var text = row.text(SyncColumn.UNIT);
        if (text.isEmpty()) {
            problems.add(problem(SyncFault.NO_UNIT, row, SyncColumn.UNIT));
            return Optional.empty();
        }
        var place = row.text(SyncColumn.PLACE);
        var found = units.stream()
                .filter(unit ->
                        place.isEmpty() || unit.municipality().toString().equals(place))
                .filter(unit -> unit.id().toString().equalsIgnoreCase(text)
                        || unit.name().equalsIgnoreCase(text))
                .toList();
        if (found.size() != 1) {
            var fault = found.isEmpty() ? SyncFault.UNKNOWN_UNIT : SyncFault.MANY_UNITS;
            problems.add(problem(fault, row, SyncColumn.UNIT));
            return Optional.empty();
        }
        return Optional.of(found.getFirst());
    }

    private static Problem problem(SyncFault fault, SyncRow row, SyncColumn column) {
        return Problem.ofCell(fault, row.number(), column.swedish());
    }
}
