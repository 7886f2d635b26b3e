package se.samsyn.followup.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.web.FormChoice;
import se.samsyn.web.FormField;
import se.samsyn.web.FormPage;

/**
 * A question that two people have answered each in their own way.
 *
 * @param saved the answer that is saved, in words; empty where there is none
 * @param mine the answer of whoever came second
 */
record Difference(String question, String saved, String mine) {

    /** The questions with different answers, in the order of the form. */
    static List<Difference> between(FormPage saved, FormPage mine) {
        List<FormField> theirs = fields(saved);
        List<FormField> ours = fields(mine);
        List<Difference> found = new ArrayList<>();
        for (int at = 0; at < ours.size(); at++) {
            String one = words(theirs.get(at));
            String other = words(ours.get(at));
            if (!one.equals(other)) {
                found.add(new Difference(ours.get(at).text(), one, other));
            }
        }
        return found;
    }

    private static List<FormField> fields(FormPage page) {
        return page.sections().stream()
                .flatMap(section -> section.fields().stream())
                .flatMap(field -> Stream.concat(Stream.of(field), field.rows().stream()))
                .toList();
    }

    private static String words(FormField field) {
        String chosen = Stream.concat(field.choices().stream(), field.special().stream())
                .filter(FormChoice::chosen)
                .map(FormChoice::label)
                .collect(Collectors.joining(", "));
        return chosen.isEmpty() ? field.value() : chosen;
    }
}
