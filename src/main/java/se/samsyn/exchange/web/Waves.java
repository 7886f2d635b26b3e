package se.samsyn.exchange.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.samsyn.exchange.Mapping;
import se.samsyn.exchange.Shape;
import se.samsyn.exchange.Wave;
import se.samsyn.instrument.Phase;

/** The occasions a column of a wide file can belong to: the usual ones, those of the mapping, and others by their month. */
final class Waves {

    private static final List<String> USUAL =
            List.of("before", "m3", "m6", "m9", "m12", "m18", "m24", "m36", "closure", "a3", "a6", "a12", "a24");
    private static final Pattern MONTHS = Pattern.compile("([ma])(\\d{1,3})");
    private static final int LAST_MONTH = 600;

    private Waves() {}

    /** In order of time; those of the mapping by their own keys. */
    static List<Wave> offered(Mapping mapping, List<Integer> months) {
        Map<List<Object>, Wave> all = new LinkedHashMap<>();
        Stream.of(
                        of(mapping).stream(),
                        USUAL.stream().flatMap(key -> read(key).stream()),
                        months.stream()
                                .flatMap(month -> Stream.of("m" + month, "a" + month))
                                .flatMap(key -> read(key).stream()))
                .flatMap(each -> each)
                .forEach(wave -> all.putIfAbsent(List.of(wave.phase(), wave.months()), wave));
        return all.values().stream().sorted(Waves::inTime).toList();
    }

    static int inTime(Wave one, Wave other) {
        int byPhase = one.phase().compareTo(other.phase());
        return byPhase != 0 ? byPhase : Integer.compare(one.months(), other.months());
    }

    static List<Wave> of(Mapping mapping) {
        return mapping.shape() instanceof Shape.RowPerCase wide ? wide.waves() : List.of();
    }

    /** The wave of a key, the mapping's own first. */
    static Optional<Wave> find(String key, Mapping mapping) {
        return of(mapping).stream()
                .filter(wave -> wave.key().equals(key))
                .findFirst()
                .or(() -> read(key));
    }

    private static Optional<Wave> read(String key) {
        Matcher matcher = MONTHS.matcher(key);
        if (matcher.matches()) {
            int months = Integer.parseInt(matcher.group(2));
            Phase phase = matcher.group(1).equals("m") ? Phase.DURING : Phase.AFTER;
            return months > LAST_MONTH ? Optional.empty() : Optional.of(new Wave(key, phase, months, Optional.empty()));
        }
        return switch (key) {
            case "before" -> Optional.of(Wave.BEFORE);
            case "closure" -> Optional.of(new Wave(key, Phase.CLOSURE, 0, Optional.empty()));
            default -> Optional.empty();
        };
    }

    /** Months as somebody lists them: 15, 30. */
    static List<Integer> months(String text) {
        return Pattern.compile("\\d{1,3}")
                .matcher(text)
                .results()
                .map(found -> Integer.parseInt(found.group()))
                .filter(month -> month > 0 && month <= LAST_MONTH)
                .distinct()
                .limit(20)
                .toList();
    }
}
