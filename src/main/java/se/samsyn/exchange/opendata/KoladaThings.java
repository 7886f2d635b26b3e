package se.samsyn.exchange.opendata;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** Collects indicators, places, groups or units; the same one told twice alike counts once, told differently it is refused. */
final class KoladaThings<T extends KoladaThing> implements KoladaPages.Rows {

    private final KoladaWanted wanted;
    private final BiFunction<JsonNode, Walk, Optional<T>> reader;
    private final KoladaPages pages;
    private final Walk walk;
    private final Map<KoladaId, T> things = new LinkedHashMap<>();
    private long fresh;

    KoladaThings(KoladaWanted wanted, BiFunction<JsonNode, Walk, Optional<T>> reader, KoladaPages pages, Walk walk) {
        this.wanted = wanted;
        this.reader = reader;
        this.pages = pages;
        this.walk = walk;
    }

    @Override
    public void begin(int part) {
        // parts share their things
    }

    @Override
    public void take(JsonNode row, String place) {
        Optional<T> read = reader.apply(row, walk);
        if (read.isEmpty()) {
            fresh++;
            return;
        }
        T thing = read.get();
        if (!isWanted(thing)) {
            if (pages.picks()) {
                walk.warn(
                        "Svaret innehöll mer än det som efterfrågades, vilket har hoppats över",
                        thing.id().value());
            }
            return;
        }
        T before = things.putIfAbsent(thing.id(), thing);
        if (before == null) {
            fresh++;
        } else if (!before.equals(thing)) {
            throw new Refusal(
                    OpenDataFault.CONTRADICTION, place, "Två rader om " + thing.id() + " säger emot varandra.");
        } else {
            walk.warn(
                    "Rader som upprepar en tidigare rad har räknats en gång",
                    thing.id().value());
        }
    }

    @Override
    public long fresh() {
        return fresh;
    }

    Collection<T> things() {
        return things.values();
    }

    boolean has(KoladaId id) {
        return things.containsKey(id);
    }

    private boolean isWanted(T thing) {
        return switch (wanted) {
            case KoladaWanted.All all -> true;
            case KoladaWanted.Ids ids -> ids.ids().contains(thing.id());
            case KoladaWanted.Titled titled ->
                pages.picks() || lower(thing.title()).contains(lower(titled.text()));
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
