package se.samsyn.register;

import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Codebook;

/**
 * What is said of a register when it is imported.
 *
 * @param key its name in addresses; a register of the same name and place is replaced
 * @param source who gathered it, and how
 * @param owner the place whose data it is
 */
public record NewRegister(InstrumentKey key, Wording title, Wording source, PlaceCode owner) {

    private static final Wording PERSONS = new Wording("personer", "persons");

    Codebook codebook(RegisterPlan plan) {
        return new Codebook(
                key,
                title,
                source,
                plan.counted().map(Wording::same).orElse(PERSONS),
                owner,
                plan.period(),
                plan.organisation(),
                plan.fields());
    }
}
