package se.samsyn.table;

import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/** What a table is about: all persons of a place, or those of one unit. */
public sealed interface Where {

    /** Municipality, region or nation. */
    record Area(PlaceCode code) implements Where {
        @Override
        public String toString() {
            return code.value();
        }
    }

    /** One unit. */
    record OneUnit(UnitId id) implements Where {
        @Override
        public String toString() {
            return "u-" + id;
        }
    }

    /** Its level. */
    default Level level() {
        return switch (this) {
            case Area area -> area.code().level();
            case OneUnit _ -> Level.UNIT;
        };
    }

    /**
     * Reads the text form that {@code toString} gives: a place code, or {@code u-} and a unit's id.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    static Where of(String text) {
        return text.startsWith("u-") ? new OneUnit(UnitId.of(text.substring(2))) : new Area(new PlaceCode(text));
    }
}
