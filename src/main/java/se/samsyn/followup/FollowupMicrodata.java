package se.samsyn.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import se.samsyn.instrument.Instruments;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.DatasetBuilder;
import se.samsyn.table.source.Listed;
import se.samsyn.table.source.Microdata;
import se.samsyn.table.source.Selection;
import se.samsyn.table.source.UnitPlace;
import se.samsyn.web.Texts;

/** Hands cases to the tables: one row per case, completed occasions alone. What leaves here leaves without ids and free text. */
@Component
class FollowupMicrodata implements Microdata {

    private final Instruments instruments;
    private final Organisations organisations;
    private final MicrodataStore store;
    private final CaseVariables caseVariables;
    private final Texts texts;
    private final Clock clock;

    FollowupMicrodata(
            Instruments instruments,
            Organisations organisations,
            MicrodataStore store,
            CaseVariables caseVariables,
            Texts texts,
            Clock clock) {
        this.instruments = instruments;
        this.organisations = organisations;
        this.store = store;
        this.caseVariables = caseVariables;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Listed> sets() {
        return instruments.all().stream()
                .map(each -> new Listed(each.key(), each.title()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Dataset read(InstrumentKey set, Selection selection) {
        var listed = sets().stream()
                .filter(each -> each.set().equals(set))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no data set " + set));
        var codebook = Codebook.of(instruments.formsInUse(set));
        var builder = Dataset.of(listed, texts.of("followup.source"), clock.instant());
        caseVariables.all(LocalDate.now(clock)).forEach(builder::variable);
        codebook.variables().forEach(builder::variable);
        places(builder);
        var rows = new RowWriter(builder, codebook, LocalDate.now(clock));
        store.read(set, selection, rows::write);
        return builder.build();
    }

    private void places(DatasetBuilder builder) {
        name(builder, organisations.find(PlaceCode.NATION).stream().toList());
        name(builder, organisations.regions());
        name(builder, organisations.municipalities(PlaceCode.NATION));
        organisations
                .units(PlaceCode.NATION)
                .forEach(
                        unit -> builder.unit(new UnitPlace(unit.id(), Wording.same(unit.name()), unit.municipality())));
    }

    private static void name(DatasetBuilder builder, List<Place> places) {
        places.forEach(place -> builder.place(place.code(), Wording.same(place.name())));
    }
}
