package se.samsyn.exchange.indicators;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong; counts the rest above a hundred. */
final class Troubles {

    private static final int LISTED = 100;

    private final String file;
    private final List<Trouble> list = new ArrayList<>();
    private long unlisted;

    Troubles(String file) {
        this.file = file;
    }

    void add(String what) {
        put(new Trouble(file, what));
    }

    void addAt(String place, String what) {
        put(new Trouble(file + ", " + place, what));
    }

    void put(Trouble trouble) {
        if (list.size() < LISTED) {
            list.add(trouble);
        } else {
            unlisted++;
        }
    }

    boolean any() {
        return !list.isEmpty();
    }

    Drafted.Refused refused() {
        return new Drafted.Refused(list, unlisted);
    }
}
