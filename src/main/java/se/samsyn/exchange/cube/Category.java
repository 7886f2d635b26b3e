package se.samsyn.exchange.cube;

import java.util.List;

/**
 * One category of a dimension.
 *
 * @param code unique within the dimension; PX {@code CODES}, or {@code VALUES} where there are no codes
 * @param unit the unit and decimals of its cells; {@link Unit#NONE} if the category says nothing
 */
public record Category(String code, Texts label, Unit unit, List<Note> notes) {

    /** Copies the notes. */
    public Category {
        notes = List.copyOf(notes);
    }

    /** A category with code and label alone. */
    public static Category of(String code, Texts label) {
        return new Category(code, label, Unit.NONE, List.of());
    }
}
