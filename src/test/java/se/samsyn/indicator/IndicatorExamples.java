package se.samsyn.indicator;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.userdetails.UserDetails;
import se.samsyn.SignedInAs;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.table.Where;

/** Made-up sources, indicators and values for the tests of indicators; each with a name of its own, since tests share a database. */
final class IndicatorExamples {

    static final Instant FETCHED = Instant.parse("2026-03-01T08:00:00Z");

    private IndicatorExamples() {}

    /** A word that nobody else has used. */
    static String word() {
        return "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    static Source source(String key) {
        return new Source(
                key,
                "Källan " + key.toUpperCase(Locale.ROOT),
                "Myndigheten för prov",
                Source.Kind.DATABASE,
                Set.of(Source.Reach.NATIONAL, Source.Reach.LOCAL),
                "",
                "Påhittade uppgifter.",
                Quality.UNDECLARED);
    }

    static Indicator indicator(IndicatorKey key, String source) {
        return titled(key, source, "Indikatorn " + key, "");
    }

    static Indicator titled(IndicatorKey key, String source, String title, String description) {
        return new Indicator(
                key,
                source,
                Optional.empty(),
                title,
                description,
                "Individ- och familjeomsorg",
                "Kvalitet och resultat",
                Scale.PERCENT,
                1,
                Wanted.NONE,
                false,
                "2025",
                Optional.empty(),
                List.of());
    }

    static Indicator withGroups(Indicator of, String... codes) {
        return new Indicator(
                of.key(),
                of.source(),
                of.owner(),
                of.title(),
                of.description(),
                of.area(),
                of.perspective(),
                of.scale(),
                of.decimals(),
                of.wanted(),
                of.bySex(),
                of.period(),
                of.base(),
                List.of(codes).stream()
                        .map(code -> new Indicator.Group(code, "Grupp " + code))
                        .toList());
    }

    /** An own one of a place. */
    static Indicator own(IndicatorKey key, PlaceCode owner, Scale scale) {
        return new Indicator(
                key,
                Definitions.SOURCE,
                Optional.of(owner),
                "Egen " + key,
                "",
                "Individ- och familjeomsorg",
                "",
                scale,
                1,
                Wanted.NONE,
                true,
                "",
                Optional.empty(),
                List.of());
    }

    static Observation value(IndicatorKey key, String place, int year, Reading reading) {
        return Observation.of(key, Where.of(place), year, SexPart.ALL, reading);
    }

    static Observation unit(IndicatorKey key, UnitId unit, int year, Reading reading) {
        return Observation.of(key, new Where.OneUnit(unit), year, SexPart.ALL, reading);
    }

    static Observation group(IndicatorKey key, String place, int year, String group, Reading reading) {
        return new Observation(key, Where.of(place), year, SexPart.ALL, group, reading, OptionalInt.empty());
    }

    static Delivery delivery(
            String source, Delivery.Extent extent, List<Indicator> indicators, List<Observation> values) {
        return new Delivery(source, "prov.csv", FETCHED, extent, indicators, (taker, _) -> values.forEach(taker));
    }

    /** Signs in somebody new on this thread. */
    static UserDetails signIn(Accounts accounts, Role role, PlaceCode place, Optional<UnitId> unit) {
        String username = "test-" + UUID.randomUUID();
        accounts.open(username, UUID.randomUUID().toString(), "Prov", role, place, unit);
        UserDetails user = accounts.loadUserByUsername(username);
        SignedInAs.thread(user);
        return user;
    }
}
