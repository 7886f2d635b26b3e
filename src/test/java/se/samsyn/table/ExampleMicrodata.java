package se.samsyn.table;

import java.util.List;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Listed;
import se.samsyn.table.source.Microdata;
import se.samsyn.table.source.Selection;

/** Microdata that always holds the same data set, whoever reads it. */
public record ExampleMicrodata(Dataset data) implements Microdata {

    /** Some thousand made-up cases in Dalarna. */
    public static ExampleMicrodata county() {
        return new ExampleMicrodata(TableExamples.random(
                7, 3000, List.of("2080", "2081", "2085", "2062", "2031", "2026"), 2, 3, 0.01, 0.005));
    }

    @Override
    public List<Listed> sets() {
        return List.of(new Listed(
                TableExamples.SET,
                new Wording("Våld i nära relation (exempel)", "Violence in close relationships (example)")));
    }

    @Override
    public Dataset read(InstrumentKey set, Selection selection) {
        return data;
    }
}
