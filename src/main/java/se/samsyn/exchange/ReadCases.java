package se.samsyn.exchange;

import java.util.List;
import se.samsyn.exchange.sheet.Problems;
import se.samsyn.followup.ImportedCase;

/**
 * What a file gave when read through a mapping.
 *
 * @param cases those that could be made out; all of the file only where nothing stops
 * @param rows rows under the header
 */
record ReadCases(List<ImportedCase> cases, Problems problems, int rows) {

    ReadCases {
        cases = List.copyOf(cases);
    }

    boolean stops() {
        return problems.stops() > 0;
    }

    int occasions() {
        return cases.stream().mapToInt(each -> each.visits().size()).sum();
    }
}
