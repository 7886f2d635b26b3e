package se.samsyn.exchange;

import java.util.Optional;
import se.samsyn.exchange.person.NumberFinder;

/** Text in a person's own words, kept free of personal numbers: refused or masked, as the mapping says. */
final class FreeText {

    private final CellReader cells;
    private final NumbersInText numbersInText;

    FreeText(CellReader cells, NumbersInText numbersInText) {
        this.cells = cells;
        this.numbersInText = numbersInText;
    }

    /** The text; empty where a number in it is the problem. */
    Optional<String> read(Told told) {
        String masked = NumberFinder.mask(told.text(), cells.today());
        if (masked.equals(told.text())) {
            return Optional.of(masked);
        }
        return switch (numbersInText) {
            case REFUSE -> {
                cells.problems().add(told.problem(ImportFault.NUMBER_IN_TEXT));
                yield Optional.empty();
            }
            case MASK -> {
                cells.problems().add(told.problem(ImportFault.NUMBER_MASKED));
                yield Optional.of(masked);
            }
        };
    }
}
