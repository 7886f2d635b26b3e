package se.samsyn.register;

import se.samsyn.engine.Load;
import se.samsyn.kernel.PersonalNumberForm;

/** Tells columns that hold personal numbers from others, so that none is kept where it could be read. */
final class Identities {
    /*
     * Where the different values are few, each is looked at. Where they are many they are kept only as numbers, and are known by their size: twelve digits
     * that begin with a year in the greatest of them (the least may be a mark of something missing), or ten, which is more than anything else that is measured of a person.
     */
    private static final double FIRST_OF_TWELVE = 1_800_01_01_0000d;
    private static final double LAST_OF_TWELVE = 2_099_12_91_9999d;
    private static final double FEWEST_OF_TEN = 1_000_000_000d;
    private static final double LAST_OF_TEN = 99_12_91_9999d;

    private Identities() {}

    static boolean among(Load.Profile profile) {
        if (!profile.values().isEmpty()) {
            return profile.values().stream().anyMatch(PersonalNumberForm::standsIn);
        }
        boolean twelve = profile.highest() >= FIRST_OF_TWELVE && profile.highest() <= LAST_OF_TWELVE;
        return (profile.numbers() && twelve)
                || (profile.highest() >= FEWEST_OF_TEN && within(profile, 1_01_0000d, LAST_OF_TEN));
    }

    private static boolean within(Load.Profile profile, double lowest, double highest) {
        return profile.numbers() && profile.lowest() >= lowest && profile.highest() <= highest;
    }
}
