package se.samsyn.exchange.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.exchange.CaseColumn;
import se.samsyn.exchange.Mapping;
import se.samsyn.exchange.NumbersInText;
import se.samsyn.exchange.Shape;
import se.samsyn.exchange.Wave;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.sheet.Reading;

/** Stands for a mapping of which only the reading has been chosen. */
final class Unmade {

    private static final String COLUMN = "?";

    private Unmade() {}

    static Mapping mapping(InstrumentKey instrument) {
        return new Mapping(
                "",
                instrument,
                Reading.DETECTED,
                new Shape.RowPerCase(List.of(Wave.BEFORE)),
                new CaseColumn(COLUMN, CaseColumn.Kind.LOCAL_ID),
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                NumbersInText.REFUSE);
    }

    /** Whether the mapping has been made. */
    static boolean made(Mapping mapping) {
        return !mapping.caseColumn().column().equals(COLUMN);
    }
}
