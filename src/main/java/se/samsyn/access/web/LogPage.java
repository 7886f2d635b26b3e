package se.samsyn.access.web;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import se.samsyn.access.Accounts;
import se.samsyn.access.LogLine;
import se.samsyn.access.Role;

/**
 * A page of the access log.
 *
 * @param total wanted lines in all
 * @param older the address of the page after this one; null on the last
 * @param newest whether this is the first page
 */
record LogPage(List<Row> rows, long total, @Nullable String older, boolean newest) {

    private static final String EVENT = "access.event.";

    LogPage {
        rows = List.copyOf(rows);
    }

    /** What can be chosen among in the filter. */
    record Choices(List<Accounts.Listed> people, List<String> events) {

        Choices {
            people = List.copyOf(people);
            events = List.copyOf(events);
        }
    }

    /** The events that have words, in the order of the words. */
    static List<String> events(Locale locale) {
        var words = ResourceBundle.getBundle("messages/access", locale);
        return words.keySet().stream()
                .filter(key -> key.startsWith(EVENT))
                .sorted((one, other) -> words.getString(one).compareToIgnoreCase(words.getString(other)))
                .map(key -> key.substring(EVENT.length()))
                .toList();
    }

    /**
     * A line as it is shown.
     *
     * @param who the person's name; null where nobody was signed in
     * @param object what it was about: a name where it has one, otherwise an id
     * @param caseId the object, where it is neither an account nor a unit nor a place, to filter by
     */
    record Row(
            String at,
            @Nullable String who,
            @Nullable Role role,
            String event,
            @Nullable String purpose,
            @Nullable String object,
            @Nullable String caseId,
            @Nullable String place) {

        static Row of(LogLine line, String at, Names names) {
            var purpose = line.purpose();
            var object = line.object();
            var named = object == null ? null : names.of(line);
            return new Row(
                    at,
                    line.actor(),
                    line.role(),
                    line.event(),
                    purpose == null ? null : purpose.name(),
                    named == null ? object : named,
                    named == null ? object : null,
                    line.place() == null ? null : names.place(line.place()));
        }
    }

    /** The names of what lines point at. */
    interface Names {

        /** The name of the account, unit or place a line is about; null where it is about something else. */
        @Nullable
        String of(LogLine line);

        /** The name of a place. */
        String place(String code);
    }
}
