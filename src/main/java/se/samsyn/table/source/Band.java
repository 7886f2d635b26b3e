package se.samsyn.table.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whole numbers from one to another, both included; open where an end is not said: {@code 18-24}, {@code -17}, {@code 65-}. */
public record Band(Optional<Integer> from, Optional<Integer> to) {

    private static final Pattern FORM = Pattern.compile("(-?\\d{1,6})?\\s*[-–]\\s*(-?\\d{1,6})?");

    /** Reads the text form; empty where it is not of it. */
    public static Optional<Band> of(String text) {
        Matcher matcher = FORM.matcher(text);
        boolean said = matcher.matches() && (matcher.group(1) != null || matcher.group(2) != null);
        return said ? Optional.of(new Band(end(matcher.group(1)), end(matcher.group(2)))) : Optional.empty();
    }

    private static Optional<Integer> end(@Nullable String digits) {
        return Optional.ofNullable(digits).map(Integer::valueOf);
    }

    /** Whether a code is a whole number that lies in the band. */
    public boolean holds(String code) {
        return code.matches("-?\\d{1,6}")
                && from.stream().allMatch(lowest -> Integer.parseInt(code) >= lowest)
                && to.stream().allMatch(highest -> Integer.parseInt(code) <= highest);
    }
}
