package se.samsyn.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.kernel.PlaceCode;

/**
 * What somebody looks for among the indicators.
 *
 * @param words all of which must occur, as parts of words or in another inflection; blank for all indicators
 * @param area blank for all, as are perspective and source
 * @param split whether only those told for women and men
 * @param usedBy only those that this place uses
 * @param page from 0
 */
public record Search(
        String words,
        String area,
        String perspective,
        String source,
        Split split,
        Optional<PlaceCode> usedBy,
        int page) {

    /** How many are shown at a time. */
    public static final int PAGE = 25;

    private static final int MOST_WORDS = 8;

    /** Whether the split by sex matters. */
    public enum Split {
        ANY,
        BY_SEX
    }

    /** Checks the page. */
    public Search {
        if (page < 0) {
            throw new IllegalArgumentException("Pages are counted from 0");
        }
    }

    /** For these words, everywhere. */
    public static Search of(String words) {
        return new Search(words, "", "", "", Split.ANY, Optional.empty(), 0);
    }

    /** The same at another page, counted from 0. */
    public Search at(int other) {
        return new Search(words, area, perspective, source, split, usedBy, other);
    }

    /** The same from the first page. */
    Search first() {
        return new Search(words, area, perspective, source, split, usedBy, 0);
    }

    /** Its words in lower case, at most eight. */
    List<String> parts() {
        return Stream.of(words.toLowerCase(Locale.ROOT).split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }
}
