package se.samsyn.followup.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samsyn.followup.Refusal;

/** Refusals by the field they concern, for a form to show each where it belongs. */
record Faults(Map<String, String> byField) {

    static Faults of(List<Refusal> refusals) {
        return new Faults(
                refusals.stream().collect(Collectors.toMap(Refusal::field, Refusal::message, (one, other) -> one)));
    }

    static Faults none() {
        return new Faults(Map.of());
    }

    /** The message of a field, or null. */
    @Nullable
    public String at(String field) {
        return byField.get(field);
    }

    public boolean any() {
        return !byField.isEmpty();
    }
}
