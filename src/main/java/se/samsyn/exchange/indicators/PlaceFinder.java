package se.samsyn.exchange.indicators;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;
import se.samsyn.table.Where;

/** Tells which place of the register a code or a name in a file means. A code that may have lost its first zero is never guessed at. */
final class PlaceFinder {

    private static final Pattern LEADING = Pattern.compile("(\\d{2}|\\d{4})\\s+\\p{L}.*");
    private static final Pattern SHORT = Pattern.compile("[1-9]|[1-9]\\d\\d");

    private final Map<String, Place> codes = new HashMap<>();
    private final Map<String, Place> names = new HashMap<>();

    /** What a text turned out to be. */
    sealed interface Found {
        record Known(PlaceCode code) implements Found {
            Where where() {
                return new Where.Area(code);
            }
        }

        /**
         * Looks like a code whose first zero is gone.
         *
         * @param likely the code with a zero before it, which is a place
         */
        record LostZero(String likely) implements Found {}

        record Unknown() implements Found {}
    }

    PlaceFinder(Stream<Place> places) {
        places.forEach(place -> {
            codes.put(place.code().value(), place);
            names.putIfAbsent(place.name().toLowerCase(Locale.ROOT), place);
        });
        names.put("riket", new Place(PlaceCode.NATION, "Riket"));
        names.put("hela riket", new Place(PlaceCode.NATION, "Riket"));
    }

    static PlaceFinder of(Organisations organisations) {
        return new PlaceFinder(Stream.of(
                        organisations.find(PlaceCode.NATION).stream(),
                        organisations.regions().stream(),
                        organisations.municipalities(PlaceCode.NATION).stream())
                .flatMap(each -> each));
    }

    boolean knows(PlaceCode code) {
        return codes.containsKey(code.value());
    }

    /** The place of a code: four digits, two, or SE, 00, 0000 or 0 for the nation; 00 and two digits is Kolada's way to write a region. */
    Found find(String code) {
        String plain = code.strip();
        String ours = switch (plain) {
            case "SE", "se", "Se", "00", "0", "0000" -> "SE";
            default -> plain.matches("00\\d\\d") ? plain.substring(2) : plain;
        };
        if (codes.containsKey(ours)) {
            return new Found.Known(new PlaceCode(ours));
        }
        if (SHORT.matcher(plain).matches() && codes.containsKey("0" + plain)) {
            return new Found.LostZero("0" + plain);
        }
        return new Found.Unknown();
    }

    /** The place of a category: by its code, else by a code that begins its label, else by its name as the register spells it. */
    Found find(String code, String label) {
        Found byCode = find(code);
        if (!(byCode instanceof Found.Unknown)) {
            return byCode;
        }
        Optional<Found> leading = Stream.of(code, label)
                .map(LEADING::matcher)
                .filter(Matcher::matches)
                .map(matcher -> find(matcher.group(1)))
                .findFirst();
        if (leading.isPresent()) {
            return leading.get();
        }
        Place named = names.get(label.strip().toLowerCase(Locale.ROOT));
        return named == null ? byCode : new Found.Known(named.code());
    }
}
