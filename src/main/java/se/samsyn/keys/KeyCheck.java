package se.samsyn.keys;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What can be said of every ring and secret: whether it is there and the right one, and whether it opens what was sealed with it. */
@Component
class KeyCheck {

    private final KeyFolder folder;
    private final Rings rings;
    private final RingStore store;
    private final Secrets secrets;
    private final ObjectProvider<SealedTexts> texts;

    KeyCheck(KeyFolder folder, Rings rings, RingStore store, Secrets secrets, ObjectProvider<SealedTexts> texts) {
        this.folder = folder;
        this.rings = rings;
        this.store = store;
        this.secrets = secrets;
        this.texts = texts;
    }

    /**
     * A ring, as it was found.
     *
     * @param keys how many keys it has
     * @param count how what was sealed with it is
     * @param open whether others than the owner can read its file
     */
    record Found(String name, Optional<KeyFault> fault, int keys, Optional<SealedCount> count, boolean open) {

        /** Whether nothing needs to be done. */
        boolean sound() {
            return fault.isEmpty() && count.filter(each -> each.shut() > 0).isEmpty() && !open;
        }
    }

    /** The rings that data was sealed with or that lie in the folder, and the secrets, by name. */
    List<Found> all() {
        Map<String, Found> found = new TreeMap<>();
        known().distinct().forEach(ring -> found.put(ring.name(), found(ring)));
        var faults = secrets.faults();
        secrets.names()
                .forEach(name -> found.put(
                        name.value(),
                        new Found(
                                name.value(),
                                Optional.ofNullable(faults.get(name)),
                                1,
                                Optional.empty(),
                                folder.files().open(folder.file(name)))));
        return List.copyOf(found.values());
    }

    /** The rings that data was sealed with, or that lie in the folder. */
    Stream<Ring> known() {
        return Stream.concat(store.all().keySet().stream(), folder.rings().stream());
    }

    private Found found(Ring ring) {
        boolean open = folder.files().open(folder.file(ring));
        try {
            int keys = rings.there(ring).numbers().size();
            return new Found(ring.name(), Optional.empty(), keys, count(ring), open);
        } catch (KeyFault fault) {
            return new Found(ring.name(), Optional.of(fault), 0, Optional.empty(), open);
        }
    }

    private Optional<SealedCount> count(Ring ring) {
        return texts.stream()
                .filter(each -> each.rings().contains(ring))
                .map(each -> each.count(ring))
                .reduce(SealedCount::plus);
    }
}
