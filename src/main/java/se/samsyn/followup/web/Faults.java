package se.samsyn.followup.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samsyn.followup.Refusal;

/** Refusals by the field they concern and in the order of the form, for a form to show each where it belongs. */
record Faults(Map<String, String> byField) {

    static Faults of(List<Refusal> refusals) {
        var byField = new LinkedHashMap<String, String>();
        refusals.forEach(each -> byField.putIfAbsent(each.field(), each.message()));
        return new Faults(byField);
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
