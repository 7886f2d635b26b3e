package se.samsyn.table;

import java.util.List;
import java.util.OptionalInt;
import se.samsyn.kernel.Wording;

/** Age in the year the case was opened, in bands. */
final class Ages {

    private static final List<Integer> FROM = List.of(0, 18, 25, 35, 45, 55, 65);

    private Ages() {}

    static int bands() {
        return FROM.size();
    }

    /** The position of the band, or the number of bands where the age is unknown. */
    static int band(OptionalInt age) {
        if (age.isEmpty()) {
            return bands();
        }
        int band = 0;
        while (band + 1 < bands() && FROM.get(band + 1) <= age.getAsInt()) {
            band++;
        }
        return band;
    }

    /** The first age of a band. */
    static int from(int band) {
        return FROM.get(band);
    }

    /** The last age of a band that has one. */
    static OptionalInt to(int band) {
        return band + 1 < bands() ? OptionalInt.of(FROM.get(band + 1) - 1) : OptionalInt.empty();
    }

    /** A band in words. */
    static Wording label(int band, Words words) {
        return to(band).isPresent()
                ? words.of("age.band", from(band), to(band).getAsInt())
                : words.of("age.from", from(band));
    }
}
