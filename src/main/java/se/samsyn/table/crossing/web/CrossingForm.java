package se.samsyn.table.crossing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.springframework.context.i18n.LocaleContextHolder;
import se.samsyn.table.crossing.Crossing;
import se.samsyn.table.source.Codebook;
import se.samsyn.web.Texts;

/** The choices of the crossing page: what can be crossed, averaged and filtered by. */
final class CrossingForm {

    private static final int MOST_CATEGORIES = 400;

    private final Codebook codebook;
    private final Texts texts;

    CrossingForm(Codebook codebook, Texts texts) {
        this.codebook = codebook;
        this.texts = texts;
    }

    /** A choice of a list. */
    record Choice(String value, String label) {}

    /** A field with the ways it can be crossed by. */
    record Group(String label, List<Choice> choices) {}

    /** A filter under way: its categories, each kept or not. */
    record Filter(String axis, String label, List<Choice> categories) {}

    List<Group> axes() {
        Locale locale = LocaleContextHolder.getLocale();
        List<Group> groups = new ArrayList<>();
        for (Codebook.Field field : codebook.fields()) {
            if (field.values() instanceof Codebook.Codes codes) {
                List<Choice> choices = new ArrayList<>();
                String label = field.label().in(locale);
                choices.add(new Choice(field.key(), label));
                codes.groupings()
                        .forEach(grouping -> choices.add(new Choice(
                                field.key() + ":" + grouping.key(),
                                label + ", " + grouping.label().in(locale).toLowerCase(locale))));
                if (codebook.period().isPresent()
                        && codebook.fields().indexOf(field) != codebook.period().getAsInt()) {
                    timed().forEach(period -> choices.add(new Choice(
                            field.key() + "@" + period.code(),
                            texts.of("table.crossing.in-period", label, period.label())
                                    .in(locale))));
                }
                groups.add(new Group(label, choices));
            }
        }
        return groups;
    }

    /** The periods, and at last the latest there is whenever it is asked for. */
    private List<Codebook.Code> timed() {
        List<Codebook.Code> periods = new ArrayList<>(codebook.periods());
        periods.add(new Codebook.Code(Crossing.LATEST, texts.of("table.crossing.latest-period"), false));
        return periods;
    }

    List<Choice> numbers() {
        Locale locale = LocaleContextHolder.getLocale();
        List<Choice> choices = new ArrayList<>();
        for (Codebook.Field field : codebook.fields()) {
            if (field.values() instanceof Codebook.Numbers) {
                choices.add(new Choice(field.key(), field.label().in(locale)));
            }
        }
        choices.addAll(changes(locale));
        return choices;
    }

    /** Changes between times of the same persons: between periods, or from before to any later occasion. */
    private List<Choice> changes(Locale locale) {
        List<Choice> changes = new ArrayList<>();
        for (Codebook.Field field : codebook.fields()) {
            if (field.values() instanceof Codebook.Numbers && codebook.periods().size() > 1) {
                String first = codebook.periods().getFirst().code();
                timed().subList(1, timed().size())
                        .forEach(later -> changes.add(new Choice(
                                field.key() + "@" + first + "~" + later.code(),
                                texts.of("table.crossing.change", field.label(), first, later.label())
                                        .in(locale))));
            }
            if (field.values() instanceof Codebook.Numbers && field.key().endsWith("@before")) {
                String base = field.key().substring(0, field.key().indexOf('@'));
                codebook.fields().stream()
                        .filter(other -> other.key().startsWith(base + "@") && !other.equals(field))
                        .forEach(other -> changes.add(new Choice(
                                base + "@before~" + other.key().substring(base.length() + 1),
                                texts.of("table.crossing.change.followed", other.label())
                                        .in(locale))));
            }
        }
        return changes;
    }

    /** The categories of an axis to filter by; none where the axis is not known or has too many. */
    Filter filter(String axis) {
        Locale locale = LocaleContextHolder.getLocale();
        String plain = axis.contains(":") ? axis.substring(0, axis.indexOf(':')) : axis;
        String grouping = axis.contains(":") ? axis.substring(axis.indexOf(':') + 1) : "";
        int at = codebook.position(plain);
        if (at < 0 || !(codebook.fields().get(at).values() instanceof Codebook.Codes codes)) {
            return new Filter(axis, axis, List.of());
        }
        boolean period = grouping.isEmpty() && codebook.period().equals(OptionalInt.of(at));
        List<Choice> categories = grouping.isEmpty()
                ? (period ? timed() : codes.codes())
                        .stream()
                                .map(code -> new Choice(
                                        axis + "=" + code.code(), code.label().in(locale)))
                                .toList()
                : codes.groupings().stream()
                        .filter(each -> each.key().equals(grouping))
                        .flatMap(each -> each.groups().stream())
                        .map(group -> new Choice(
                                axis + "=" + group.key(), group.label().in(locale)))
                        .toList();
        return new Filter(
                axis,
                codebook.fields().get(at).label().in(locale),
                categories.subList(0, Math.min(categories.size(), MOST_CATEGORIES)));
    }
}
