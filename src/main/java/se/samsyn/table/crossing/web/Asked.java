package se.samsyn.table.crossing.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.table.crossing.Crossing;

/**
 * What a form or an address asks for, as it stands there.
 *
 * @param rows axes on rows; blanks are slots not used
 * @param number the field averaged, with the times of a change, if any
 * @param kept filters as {@code axis=code}, one for each category that is kept
 */
record Asked(
        String set,
        List<String> rows,
        List<String> columns,
        List<String> layers,
        String show,
        String number,
        List<String> kept) {

    private static final int MOST_COLUMNS = 2;

    Asked {
        rows = used(rows);
        columns = used(columns);
        layers = used(layers);
        kept = used(kept);
    }

    private static List<String> used(List<String> texts) {
        return texts.stream().filter(text -> !text.isBlank()).toList();
    }

    /** Whether anything is crossed. */
    public boolean isAnything() {
        return rows.size() + columns.size() + layers.size() > 0;
    }

    Crossing crossing() {
        return Crossing.of(
                set,
                String.join(",", rows),
                String.join(",", columns),
                String.join(",", layers),
                show,
                number,
                filters());
    }

    private String filters() {
        Map<String, List<String>> byAxis = new LinkedHashMap<>();
        kept.forEach(each -> {
            int equals = each.indexOf('=');
            if (equals > 0) {
                byAxis.computeIfAbsent(each.substring(0, equals), _ -> new ArrayList<>())
                        .add(each.substring(equals + 1));
            }
        });
        return String.join(
                ";",
                byAxis.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + String.join("~", entry.getValue()))
                        .toList());
    }

    /** What stands in an address to ask this. */
    String address() {
        StringBuilder address = new StringBuilder("data=" + encoded(set));
        each(address, "rad", rows);
        each(address, "kolumn", columns);
        each(address, "lager", layers);
        each(address, "visa", List.of(show));
        each(address, "tal", List.of(number));
        each(address, "urval", kept);
        return address.toString();
    }

    private static void each(StringBuilder address, String name, List<String> values) {
        values.stream()
                .filter(value -> !value.isBlank())
                .forEach(value -> address.append('&').append(name).append('=').append(encoded(value)));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The same of some categories of an axis alone, or of all where none are named. */
    Asked keeping(String axis, List<String> categories) {
        List<String> others = new ArrayList<>(
                kept.stream().filter(each -> !each.startsWith(axis + "=")).toList());
        categories.forEach(category -> others.add(axis + "=" + category));
        return new Asked(set, rows, columns, layers, show, number, others);
    }

    /** The same without an axis, unless nothing would be crossed then. */
    Asked without(String axis) {
        Asked left =
                new Asked(set, others(rows, axis), others(columns, axis), others(layers, axis), show, number, kept);
        return left.isAnything() ? left : this;
    }

    private static List<String> others(List<String> axes, String axis) {
        return axes.stream().filter(one -> !one.equals(axis)).toList();
    }

    /** The same split on columns by an axis too, where it has no place already and there is one left. */
    Asked splitBy(String axis) {
        boolean there = Stream.of(rows, columns, layers).anyMatch(list -> list.contains(axis));
        if (there || columns.size() == MOST_COLUMNS) {
            return this;
        }
        return new Asked(
                set, rows, Stream.concat(columns.stream(), Stream.of(axis)).toList(), layers, show, number, kept);
    }

    /** The axes that are filtered on. */
    List<String> filtered() {
        return kept.stream()
                .map(each -> each.substring(0, Math.max(0, each.indexOf('='))))
                .distinct()
                .toList();
    }

    /** The axis in a slot of the rows. */
    public Optional<String> row(int slot) {
        return slot < rows.size() ? Optional.of(rows.get(slot)) : Optional.empty();
    }

    /** The axis in a slot of the columns. */
    public Optional<String> column(int slot) {
        return slot < columns.size() ? Optional.of(columns.get(slot)) : Optional.empty();
    }

    /** The axis of the layers. */
    public Optional<String> layer() {
        return layers.stream().findFirst();
    }
}
