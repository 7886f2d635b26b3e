package se.samsyn.keys;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;

/**
 * A ring of keys: the newest seals, the older ones still open what they sealed.
 *
 * @param municipality whose, for uses that have a ring per municipality, and for no others
 */
public record Ring(Use use, Optional<PlaceCode> municipality) {

    /** Checks that exactly the uses with a ring per municipality have one. */
    public Ring {
        if (municipality.isPresent() != use.perMunicipality()
                || municipality
                        .filter(place -> place.level() != Level.MUNICIPALITY)
                        .isPresent()) {
            throw new IllegalArgumentException("Rings of " + use + " are not kept that way");
        }
    }

    /** The ring of a use that has but one. */
    public static Ring of(Use use) {
        return new Ring(use, Optional.empty());
    }

    /** The ring of a municipality. */
    public static Ring of(Use use, PlaceCode municipality) {
        return new Ring(use, Optional.of(municipality));
    }

    /** Such as {@code text-2080} or {@code log}: what the file is called, and what the database remembers it as. */
    String name() {
        var name = use.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return municipality.map(place -> name + "-" + place).orElse(name);
    }

    /** The ring of that name, if it is one. */
    static Optional<Ring> named(String name) {
        return Arrays.stream(Use.values())
                .filter(use -> !use.perMunicipality())
                .map(Ring::of)
                .filter(ring -> ring.name().equals(name))
                .findFirst()
                .or(() -> ofMunicipality(name));
    }

    private static Optional<Ring> ofMunicipality(String name) {
        return Optional.of(name)
                .filter(text -> text.matches("text-\\d{4}"))
                .map(text -> of(Use.TEXT, new PlaceCode(text.substring(text.length() - 4))));
    }

    @Override
    public String toString() {
        return name();
    }
}
