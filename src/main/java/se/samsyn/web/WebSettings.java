package se.samsyn.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator says of how Samsyn is reached.
 *
 * @param hosts the names it is reached by ({@code SAMSYN_HOSTS}), without ports; this machine's own names always count
 * @param pace how much heavy work one person may ask for
 */
@ConfigurationProperties("samsyn.web")
public record WebSettings(
        @DefaultValue List<String> hosts, @DefaultValue Pace pace) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /**
     * How much one person may ask for a minute; three minutes' worth may be asked for at once.
     *
     * @param questions tables counted anew
     * @param imports files sent, and imports begun
     * @param exports files fetched
     */
    public record Pace(
            @DefaultValue("60") int questions,
            @DefaultValue("20") int imports,
            @DefaultValue("40") int exports) {

        /** How many of a kind a minute. */
        public int perMinute(Heavy.Work work) {
            return switch (work) {
                case QUESTION -> questions;
                case IMPORT -> imports;
                case EXPORT -> exports;
            };
        }
    }

    /** Lists the names in lower case. */
    public WebSettings {
        hosts = hosts.stream()
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether a request that names this host, without a port, is meant for us. */
    public boolean isOurs(String host) {
        return names().contains(host.toLowerCase(Locale.ROOT));
    }

    private Set<String> names() {
        return Stream.concat(THIS_MACHINE.stream(), hosts.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
