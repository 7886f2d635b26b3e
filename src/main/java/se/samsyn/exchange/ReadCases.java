package se.samsyn.exchange;

import java.util.List;
import se.samsyn.followup.ImportedCase;
import se.samsyn.sheet.Problems;

/**
 * What a file gave when read through a mapping.
 *
 * @param cases those that could be made out; all of the file only where nothing stops
 * @param openings where the file tells when each case was opened, in the order of the cases
 * @param rows rows under the header
 */
record ReadCases(List<ImportedCase> cases, List<Told> openings, Problems problems, int rows) {

    ReadCases {
        cases = List.copyOf(cases);
        openings = List.copyOf(openings);
    }

    boolean stops() {
        return problems.stops() > 0;
    }

    int occasions() {
        return cases.stream().mapToInt(each -> each.visits().size()).sum();
    }
}
