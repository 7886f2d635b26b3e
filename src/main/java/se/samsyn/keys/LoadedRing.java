package se.samsyn.keys;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A ring as one version of its file holds it, with what works with its keys: made once, since making it costs more than sealing. */
final class LoadedRing {

    private final KeysetHandle keys;
    private final KeyFiles.Stamp stamp;
    private final Set<Integer> numbers;
    private final Map<Class<?>, Object> workers = new ConcurrentHashMap<>();

    LoadedRing(KeysetHandle keys, KeyFiles.Stamp stamp) {
        this.keys = keys;
        this.stamp = stamp;
        this.numbers = numbers(keys);
    }

    KeysetHandle keys() {
        return keys;
    }

    KeyFiles.Stamp stamp() {
        return stamp;
    }

    /** The numbers of its keys. */
    Set<Integer> numbers() {
        return numbers;
    }

    /** The number of the key that seals. */
    int newest() {
        return keys.getPrimary().getId();
    }

    /** What works with its keys, such as an {@link com.google.crypto.tink.Aead}. */
    <W> W worker(Class<W> kind) {
        return kind.cast(workers.computeIfAbsent(kind, this::made));
    }

    private Object made(Class<?> kind) {
        try {
            return keys.getPrimitive(RegistryConfiguration.get(), kind);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The ring cannot be used for " + kind.getSimpleName(), failure);
        }
    }

    private static Set<Integer> numbers(KeysetHandle keys) {
        return IntStream.range(0, keys.size())
                .mapToObj(at -> keys.getAt(at).getId())
                .collect(Collectors.toUnmodifiableSet());
    }
}
