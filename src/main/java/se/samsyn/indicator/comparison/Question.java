package se.samsyn.indicator.comparison;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.SexPart;
import se.samsyn.table.Where;

/**
 * What is compared.
 *
 * @param home the place that the others are held against
 * @param chosen the places to compare with, where they are chosen
 * @param characteristics by which similar places are found; none for the usual ones
 * @param nearest how many similar places, 3 to 20
 * @param sexes one or two of all, women and men
 * @param from the first year; empty for ten years
 * @param to the last year, which is also that of pictures of one year; empty for the latest there is
 */
public record Question(
        IndicatorKey indicator,
        Where home,
        Against against,
        List<Where> chosen,
        List<Characteristic> characteristics,
        int nearest,
        List<SexPart> sexes,
        OptionalInt from,
        OptionalInt to,
        View view) {

    /** The most places that can be chosen, and characteristics. */
    public static final int MOST = 40;

    private static final int FEWEST_NEAR = 3;
    private static final int MOST_NEAR = 20;

    /** Copies the lists and holds them within bounds. */
    public Question {
        chosen = chosen.stream().distinct().limit(MOST).toList();
        characteristics = characteristics.stream().limit(MOST).toList();
        sexes = List.copyOf(sexes);
        nearest = Math.clamp(nearest, FEWEST_NEAR, MOST_NEAR);
        if (sexes.isEmpty()) {
            throw new IllegalArgumentException("A comparison is of somebody");
        }
    }

    /** The sexes as letters, as they stand in addresses. */
    public String sexWord() {
        return sexes.stream().map(SexPart::letter).collect(Collectors.joining());
    }

    /** The chosen places as they stand in addresses. */
    public String chosenWord() {
        return chosen.stream().map(Where::toString).collect(Collectors.joining(","));
    }

    /** The characteristics as they stand in addresses. */
    public String characteristicsWord() {
        return characteristics.stream().map(Characteristic::toString).collect(Collectors.joining(","));
    }

    /** The same in another view. */
    public Question in(View other) {
        return new Question(indicator, home, against, chosen, characteristics, nearest, sexes, from, to, other);
    }
}
