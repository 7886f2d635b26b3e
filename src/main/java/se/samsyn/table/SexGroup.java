package se.samsyn.table;

import java.util.List;
import se.samsyn.kernel.Sex;

/** The columns of a split by sex. */
public enum SexGroup {
    WOMEN,
    MEN,
    /** Another sex, or not known. */
    OTHER,
    ALL;

    /** Whether persons of this sex are counted in the group. */
    public boolean contains(Sex sex) {
        return this == ALL || this == of(sex);
    }

    /** The group of a sex. */
    static SexGroup of(Sex sex) {
        return switch (sex) {
            case WOMAN -> WOMEN;
            case MAN -> MEN;
            case OTHER, UNKNOWN -> OTHER;
        };
    }

    /** The total before its parts. */
    static List<SexGroup> totalFirst() {
        return List.of(ALL, WOMEN, MEN, OTHER);
    }

    /** The message key of its name. */
    public String message() {
        return "table.sex." + name();
    }
}
