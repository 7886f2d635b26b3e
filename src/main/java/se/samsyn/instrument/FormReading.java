package se.samsyn.instrument;

import java.util.List;
import java.util.Map;

/**
 * What a filled-in form says.
 *
 * @param answers those that could be read; whether the form takes them is for {@link Form#check} to say
 * @param faults what could not be read
 * @param unread the text of what could not be read, to show again; never stored
 */
public record FormReading(Answers answers, List<Fault> faults, Map<VariableKey, String> unread) {

    /** Copies faults and texts. */
    public FormReading {
        faults = List.copyOf(faults);
        unread = Map.copyOf(unread);
    }

    /** Answers as they are stored. */
    public static FormReading of(Answers answers) {
        return new FormReading(answers, List.of(), Map.of());
    }

    @Override
    public String toString() {
        return "FormReading[" + answers.size() + " answers, " + faults.size() + " faults]";
    }
}
