package se.samsyn.table;

import se.samsyn.kernel.Sex;

/**
 * The columns of a split by sex. Those of other or unknown sex are counted apart and in the total; where they are too few to be
 * shown, the total is of women and men, so that it can be shown without giving them away.
 */
public enum SexGroup {
    WOMEN(3),
    MEN(3),
    OTHER(1),
    WOMEN_AND_MEN(4),
    ALL(2);

    private final int importance;

    SexGroup(int importance) {
        this.importance = importance;
    }

    /** Whether persons of this sex are counted in the group. */
    public boolean contains(Sex sex) {
        return switch (this) {
            case WOMEN -> sex == Sex.WOMAN;
            case MEN -> sex == Sex.MAN;
            case OTHER -> sex == Sex.OTHER || sex == Sex.UNKNOWN;
            case WOMEN_AND_MEN -> sex == Sex.WOMAN || sex == Sex.MAN;
            case ALL -> true;
        };
    }

    /** The message key of its name. */
    public String message() {
        return "table.sex." + name();
    }

    int importance() {
        return importance;
    }
}
