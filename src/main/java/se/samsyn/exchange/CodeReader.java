package se.samsyn.exchange;

import java.util.Optional;
import se.samsyn.instrument.Form;

/** Makes what the program knows of the words of cells, or problems. */
final class CodeReader {

    private final CellReader cells;
    private final Meanings meanings;
    private final Form form;

    CodeReader(CellReader cells, Meanings meanings, Form form) {
        this.cells = cells;
        this.meanings = meanings;
        this.form = form;
    }

    /** By the name in the code, else by the words of the screens. */
    <E extends Enum<E>> Optional<E> constant(Class<E> type, String what, Told told) {
        return Synonyms.constant(type, told.text())
                .or(() -> meanings.code(what, form, told.text()).flatMap(code -> Synonyms.constant(type, code)));
    }

    /** The meaning, or a problem where there is none. */
    <T> Optional<T> known(Told told, String what, Optional<T> meaning) {
        if (meaning.isEmpty()) {
            cells.problems().add(told.problem(ImportFault.UNKNOWN_CODE, cells.quote(told), what));
        }
        return meaning;
    }
}
