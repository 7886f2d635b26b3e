package se.samsyn.table.crossing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.springframework.context.i18n.LocaleContextHolder;
import se.samsyn.kernel.Wording;
import se.samsyn.table.crossing.AxisKey;
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

    /**
     * A filter under way: its categories, each kept or not.
     *
     * @param leftOut how many categories there are besides
     */
    record Filter(String axis, String label, List<Choice> categories, int leftOut) {}

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

    /** The categories of an axis to filter by; none where the axis is not known. */
    Filter filter(String axis) {
        Locale locale = LocaleContextHolder.getLocale();
        AxisKey key = AxisKey.of(axis);
        int at = codebook.position(key.name());
        int sign = key.name().lastIndexOf('@');
        boolean other = at < 0 && sign > 0;
        int field = other ? codebook.position(key.name().substring(0, sign)) : at;
        if (field < 0 || !(codebook.fields().get(field).values() instanceof Codebook.Codes codes)) {
            return new Filter(axis, axis, List.of(), 0);
        }
        boolean period = codebook.period().equals(OptionalInt.of(field)) && !other;
        List<Choice> categories = new ArrayList<>();
        key.grouping()
                .ifPresentOrElse(
                        grouping -> grouped(codes, grouping)
                                .forEach(group -> categories.add(
                                        new Choice(group.key(), group.label().in(locale)))),
                        () -> (period ? timed() : codes.codes())
                                .forEach(code -> categories.add(
                                        new Choice(code.code(), code.label().in(locale)))));
        if (!period && codes.isYears() && key.grouping().isEmpty()) {
            categories.add(new Choice(Crossing.LATEST, say("latest-year").in(locale)));
        }
        if (!period) {
            categories.add(new Choice(Crossing.MISSING, say("missing").in(locale)));
        }
        Wording label = codebook.fields().get(field).label();
        Wording named =
                other ? texts.of("table.crossing.in-period", label, key.name().substring(sign + 1)) : label;
        return new Filter(
                axis,
                named.in(locale),
                categories.stream()
                        .limit(MOST_CATEGORIES)
                        .map(choice -> new Choice(axis + "=" + choice.value(), choice.label()))
                        .toList(),
                Math.max(0, categories.size() - MOST_CATEGORIES));
    }

    private Wording say(String key) {
        return texts.of("table.crossing." + key);
    }

    private static List<Codebook.Group> grouped(Codebook.Codes codes, String grouping) {
        return codes.groupings().stream()
                .filter(each -> each.key().equals(grouping))
                .flatMap(each -> each.groups().stream())
                .toList();
    }
}
