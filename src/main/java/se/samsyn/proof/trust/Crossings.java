package se.samsyn.proof.trust;

import java.util.ArrayList;
import java.util.List;
import se.samsyn.proof.Verdict;

/** Counts combinations that were asked, and keeps the first of those that were not answered as they should be. */
final class Crossings {

    private static final int SHOWN = 12;

    private final List<String> wrong = new ArrayList<>();
    private int asked;
    private int crossed;

    void asked() {
        asked++;
    }

    /** Something that is not as it should be; says nothing of a person. */
    void found(String what) {
        crossed++;
        if (wrong.size() < SHOWN) {
            wrong.add(what);
        }
    }

    int asks() {
        return asked;
    }

    Verdict verdict(String unit) {
        var figure = asked + " " + unit + ", " + crossed + " fel";
        return Verdict.of(
                crossed == 0 && asked > 0, wrong.isEmpty() ? figure : figure + ": " + String.join("; ", wrong));
    }
}
