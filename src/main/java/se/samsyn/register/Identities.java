package se.samsyn.register;

import se.samsyn.engine.Load;
import se.samsyn.kernel.PersonalNumberForm;

/** Tells columns that hold personal numbers from others, so that none is kept where it could be read. */
final class Identities {
    /*
     * Where the different values are few, each is looked at. Where they are many they are kept only as numbers. Of ten digits drawn at random one number in
     * fourteen has a month and a day in the right places, of personal numbers all; marks of something missing among them are few different values.
     */
    private static final double FEWEST_DAY_LIKE = 0.2;

    private Identities() {}

    static boolean among(Load.Profile profile) {
        return profile.values().isEmpty()
                ? profile.dayLike() >= FEWEST_DAY_LIKE
                : profile.values().stream().anyMatch(PersonalNumberForm::standsIn);
    }
}
