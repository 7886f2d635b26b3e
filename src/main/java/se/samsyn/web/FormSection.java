package se.samsyn.web;

import java.util.List;
import java.util.stream.Stream;

/** Fields of a form under one heading; an empty title means that there is no heading. */
public record FormSection(String title, List<FormField> fields) {

    /** Copies the fields. */
    public FormSection {
        fields = List.copyOf(fields);
    }

    /** The fields with something wrong, rows of matrices among them, for the list over the form. */
    public List<FormField> faulty() {
        return fields.stream()
                .flatMap(field -> Stream.concat(Stream.of(field), field.rows().stream()))
                .filter(field -> !field.faults().isEmpty())
                .toList();
    }
}
