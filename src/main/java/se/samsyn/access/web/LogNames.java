package se.samsyn.access.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samsyn.access.LogLine;
import se.samsyn.access.PlaceWords;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;

/** Names for what lines of a place's log point at, with the units read once. */
final class LogNames implements LogPage.Names {

    private final PlaceWords words;
    private final Map<UnitId, String> units;

    LogNames(PlaceWords words, PlaceCode place) {
        this.words = words;
        this.units = words.units(place);
    }

    @Override
    public @Nullable String of(LogLine line) {
        var object = line.object();
        if (object == null || line.objectName() != null) {
            return line.objectName();
        }
        return LogObject.isPlace(object) ? place(object) : unit(object);
    }

    private @Nullable String unit(String object) {
        return LogObject.id(object).map(UnitId::new).map(units::get).orElse(null);
    }

    @Override
    public String place(String code) {
        return words.words(new PlaceCode(code), Optional.empty());
    }
}
