package se.samsyn.exchange.indicators;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import se.samsyn.exchange.opendata.KoladaId;
import se.samsyn.kernel.PlaceCode;

/**
 * Which of Kolada's values somebody wants.
 *
 * @param kpis at least one
 * @param places none for all of them
 * @param years none for all of them
 */
public record KoladaAsk(List<KoladaId> kpis, List<PlaceCode> places, List<Integer> years) {

    private static final int MOST_YEARS = 200;

    /** Copies the lists and checks that something is asked for. */
    public KoladaAsk {
        kpis = List.copyOf(kpis);
        places = List.copyOf(places);
        years = List.copyOf(years);
        if (kpis.isEmpty()) {
            throw new IllegalArgumentException("Ange minst ett nyckeltal, till exempel N00945.");
        }
    }

    /**
     * Reads what somebody wrote: ids, codes and years parted by commas or spaces; years also as {@code 2015-2024}.
     *
     * @throws IllegalArgumentException when it cannot be read; the message says what, in Swedish
     */
    public static KoladaAsk of(String kpis, String places, String years) {
        return new KoladaAsk(
                words(kpis).stream()
                        .map(word -> KoladaId.find(word)
                                .orElseThrow(
                                        () -> new IllegalArgumentException("”" + word + "” är inget id i Kolada.")))
                        .toList(),
                places(places),
                years(years));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("[\\s,;]+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<PlaceCode> places(String text) {
        List<PlaceCode> places = new ArrayList<>();
        for (String word : words(text)) {
            Optional<PlaceCode> place = KoladaId.find(word).flatMap(KoladaId::place);
            boolean plain = word.matches("SE|\\d\\d");
            if (place.isEmpty() && !plain) {
                throw new IllegalArgumentException("”" + word + "” är ingen platskod: SE, två siffror eller fyra.");
            }
            places.add(plain ? new PlaceCode(word.equals("00") ? "SE" : word) : place.get());
        }
        return places;
    }

    static List<Integer> years(String text) {
        Set<Integer> years = new LinkedHashSet<>();
        for (String word : words(text)) {
            if (!word.matches("\\d{4}(-\\d{4})?")) {
                throw new IllegalArgumentException("”" + word + "” är inget år. Skriv som 2024 eller 2015-2024.");
            }
            int from = Integer.parseInt(word.substring(0, 4));
            int to = Integer.parseInt(word.substring(word.length() - 4));
            if (to < from || to - from > MOST_YEARS) {
                throw new IllegalArgumentException("Åren ”" + word + "” går baklänges eller är för många.");
            }
            IntStream.rangeClosed(from, to).forEach(years::add);
        }
        return List.copyOf(years);
    }
}
