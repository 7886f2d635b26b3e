package se.samsyn.exchange;

import se.samsyn.sheet.Cell;
import se.samsyn.sheet.Fault;
import se.samsyn.sheet.Problem;

/** What a file says in one place. A constant of the mapping has row 0 and no column. */
record Told(Cell cell, int row, String column) {

    String text() {
        return cell.text();
    }

    boolean isEmpty() {
        return cell.isEmpty();
    }

    Problem problem(Fault fault, String... details) {
        return Problem.ofCell(fault, row, column, details);
    }

    /** Says the kind alone. */
    @Override
    public String toString() {
        return "Told at row " + row;
    }
}
