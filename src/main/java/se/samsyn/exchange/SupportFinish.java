package se.samsyn.exchange;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.followup.ImportedCase.Given;
import se.samsyn.followup.InterventionKind;

/** Makes the support of a case, or problems. Rows of the same kind and start tell of the same support, each what it knows. */
final class SupportFinish {

    private final CellReader cells;
    private final CodeReader codes;

    SupportFinish(CellReader cells, CodeReader codes) {
        this.cells = cells;
        this.codes = codes;
    }

    /** Support, and which row told of it. */
    private record Row(Given given, Told from) {}

    List<Given> finish(CaseDraft draft, Optional<LocalDate> opened) {
        Map<Given, Row> all = new LinkedHashMap<>();
        for (CaseDraft.SupportDraft support : draft.support()) {
            given(support, opened)
                    .ifPresent(given -> add(all, new Row(given, stop(support).orElse(support.start()))));
        }
        return all.values().stream().map(Row::given).toList();
    }

    private void add(Map<Given, Row> all, Row told) {
        Given started = new Given(told.given().kind(), told.given().started(), Optional.empty());
        Row other = all.get(started);
        if (other == null || other.given().stopped().isEmpty()) {
            all.put(started, told);
        } else if (told.given().stopped().isPresent() && !told.given().equals(other.given())) {
            cells.problems()
                    .add(told.from()
                            .problem(
                                    ImportFault.CONFLICTING_ROWS,
                                    String.valueOf(other.from().row())));
        }
    }

    private Optional<Given> given(CaseDraft.SupportDraft support, Optional<LocalDate> opened) {
        Optional<InterventionKind> kind = codes.known(
                support.kind(),
                Meanings.SUPPORT,
                codes.constant(InterventionKind.class, Meanings.SUPPORT, support.kind()));
        Optional<LocalDate> start = cells.day(support.start());
        Optional<Told> stopTold = stop(support);
        Optional<LocalDate> stop = stopTold.flatMap(cells::day);
        if (start.isPresent() && stop.isPresent() && stop.get().isBefore(start.get())) {
            cells.problems().add(stopTold.get().problem(ImportFault.STOPPED_BEFORE_START, cells.quote(stopTold.get())));
            return Optional.empty();
        }
        if (start.isPresent() && opened.isPresent() && start.get().isBefore(opened.get())) {
            cells.problems()
                    .add(support.start()
                            .problem(
                                    ImportFault.SUPPORT_BEFORE_OPENING,
                                    cells.quote(support.start()),
                                    opened.get().toString()));
            return Optional.empty();
        }
        return kind.flatMap(known -> start.map(day -> new Given(known, day, stop)));
    }

    private static Optional<Told> stop(CaseDraft.SupportDraft support) {
        return support.stop().filter(told -> !told.isEmpty());
    }
}
