package se.samsyn.table.source;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import se.samsyn.kernel.Wording;

/**
 * A variable of a data set's codebook.
 *
 * @param key stable across versions of the instrument: letters, digits, hyphen, underscore
 * @param label short name, for headings
 * @param question the question as it was put
 * @param direction only where changes can be judged; NONE otherwise
 * @param categories in order, from the lowest; empty for numbers and scales; at most 60
 * @param asked the moments at which it is asked
 * @param definition how it is measured and what it means: for scales also the range
 */
public record Variable(
        String key,
        Wording label,
        Wording question,
        Kind kind,
        Theme theme,
        Direction direction,
        List<Category> categories,
        Set<Moment> asked,
        Wording definition) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,59}");

    /** Checks key and categories. */
    public Variable {
        if (!FORM.matcher(key).matches()) {
            throw new IllegalArgumentException("A variable key is letters, digits, hyphens and underscores");
        }
        categories = List.copyOf(categories);
        asked = Set.copyOf(asked);
        if (kind.numeric() != categories.isEmpty() || categories.size() > 60) {
            throw new IllegalArgumentException("Choices have 1 to 60 categories, numbers and scales none");
        }
        if (asked.isEmpty() || asked.contains(Moment.LATEST)) {
            throw new IllegalArgumentException("A variable is asked at one moment or more; the latest is computed");
        }
    }

    /** Whether it is asked both before and later, so that the same persons can be compared. */
    public boolean followed() {
        return asked.contains(Moment.BEFORE) && asked.stream().anyMatch(Moment::later);
    }

    /** The position of a category, or -1 where the code is unknown. */
    public int position(String code) {
        for (int i = 0; i < categories.size(); i++) {
            if (categories.get(i).code().equals(code)) {
                return i;
            }
        }
        return -1;
    }
}
