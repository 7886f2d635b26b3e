package se.samsyn.access.provisioning;

import java.util.List;
import java.util.OptionalInt;
import se.samsyn.sheet.Sheet;

/** The columns of a file with accounts, under the names they may bear. */
enum SyncColumn {
    USERNAME("användarnamn", "username"),
    NAME("namn", "name"),
    ROLE("roll", "role"),
    PLACE("plats", "place"),
    UNIT("enhet", "unit"),
    EXTERNAL_ID("externt id", "external id"),
    ACTIVE("aktiv", "active");

    static final List<SyncColumn> NEEDED = List.of(USERNAME, NAME, ROLE);

    private final String swedish;
    private final String english;

    SyncColumn(String swedish, String english) {
        this.swedish = swedish;
        this.english = english;
    }

    String swedish() {
        return swedish;
    }

    OptionalInt in(Sheet sheet) {
        for (int i = 0; i < sheet.columns().size(); i++) {
            var name = sheet.columns().get(i).name().strip();
            if (name.equalsIgnoreCase(swedish) || name.equalsIgnoreCase(english)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
