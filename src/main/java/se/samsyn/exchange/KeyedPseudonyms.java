package se.samsyn.exchange;

import org.springframework.stereotype.Component;
import se.samsyn.exchange.person.PersonKeys;
import se.samsyn.followup.LocalId;
import se.samsyn.followup.Pseudonyms;
import se.samsyn.kernel.PlaceCode;

/** Protected persons' cases go by pseudonyms made with the municipality's key. */
@Component
final class KeyedPseudonyms implements Pseudonyms {

    private final PersonKeys keys;

    KeyedPseudonyms(PersonKeys keys) {
        this.keys = keys;
    }

    @Override
    public LocalId of(LocalId id, PlaceCode municipality) {
        return new LocalId(keys.ofId(id.value(), municipality).value());
    }
}
