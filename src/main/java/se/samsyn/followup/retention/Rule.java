package se.samsyn.followup.retention;

/**
 * For how long cases are kept.
 *
 * @param years whole years, 5 on both bases of the Social Services Act
 */
public record Rule(Basis basis, int years, CountedFrom from) {

    /** The years of the Social Services Act. */
    public static final int YEARS_OF_THE_ACT = 5;

    /** The longest a place may decide. */
    public static final int MOST_YEARS = 70;

    /** A personal file. */
    public static final Rule PERSONAL_FILE = new Rule(Basis.PERSONAL_FILE, YEARS_OF_THE_ACT, CountedFrom.LAST_NOTE);

    /** A compilation, as follow-up is unless the place says otherwise. */
    public static final Rule COMPILATION =
            new Rule(Basis.COMPILATION, YEARS_OF_THE_ACT, CountedFrom.CIRCUMSTANCES_ENDED);

    /** Checks that the act is followed where it is the basis. */
    public Rule {
        if (years < 1 || years > MOST_YEARS) {
            throw new IllegalArgumentException("Cases are kept from 1 to " + MOST_YEARS + " years");
        }
        var fixed = switch (basis) {
            case PERSONAL_FILE -> years == YEARS_OF_THE_ACT && from == CountedFrom.LAST_NOTE;
            case COMPILATION -> years == YEARS_OF_THE_ACT && from == CountedFrom.CIRCUMSTANCES_ENDED;
            case OWN_DECISION -> true;
        };
        if (!fixed) {
            throw new IllegalArgumentException("The act says how long on the basis " + basis);
        }
    }
}
