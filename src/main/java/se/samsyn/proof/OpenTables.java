package se.samsyn.proof;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samsyn.access.Role;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.organisation.Unit;
import se.samsyn.table.Cell;
import se.samsyn.table.ResultTable;
import se.samsyn.table.Results;
import se.samsyn.table.Span;
import se.samsyn.table.TableKind;
import se.samsyn.table.View;
import se.samsyn.table.Where;

/** Reads a unit's own tables as its unit manager does. */
@Component
class OpenTables {

    private final ProofGround ground;
    private final Results results;

    OpenTables(ProofGround ground, Results results) {
        this.ground = ground;
        this.results = results;
    }

    ResultTable table(String set, Unit unit, View view, TableKind kind, String variable) {
        ground.signIn(Role.UNIT_MANAGER, unit.municipality(), Optional.of(unit));
        return results
                .answer(new InstrumentKey(set), new Where.OneUnit(unit.id()), new Span.AllYears(), view)
                .tables()
                .stream()
                .filter(table ->
                        table.key().kind() == kind && table.key().variable().equals(variable))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No table " + kind + " of " + variable));
    }

    /** The figure at a row and a column; NaN where there is none. */
    static double value(ResultTable table, String row, String column) {
        Optional<Cell> cell = table.find(row, column);
        return cell.isPresent() && cell.get() instanceof Cell.Shown shown ? shown.value() : Double.NaN;
    }
}
