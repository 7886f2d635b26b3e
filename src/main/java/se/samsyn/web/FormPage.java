package se.samsyn.web;

import java.util.List;

/** A form as {@code web/_form.html} shows it: its fragments {@code mistakes(form)} and {@code fields(form)} take this. */
public record FormPage(List<FormSection> sections) {

    /** Copies the sections. */
    public FormPage {
        sections = List.copyOf(sections);
    }

    /** The fields with something wrong, in order, for the list over the form. */
    public List<FormField> faulty() {
        return sections.stream().flatMap(section -> section.faulty().stream()).toList();
    }
}
