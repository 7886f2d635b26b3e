package se.samsyn.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.engine.Load;

/** What a column most likely is, where no codebook says: by the usual names of persons, periods and counts, else by what is in it. */
final class Guess {

    private static final Map<FieldKind, List<String>> NAMES = Map.of(
            FieldKind.PERSON, List.of("id", "lopnr", "löpnr", "person", "personid", "pid"),
            FieldKind.PERIOD, List.of("period", "år", "ar", "year", "time", "tid", "wave"),
            FieldKind.TIMES, List.of("antal", "freq", "count"),
            FieldKind.PLACE, List.of("kommun", "kommunkod", "lan", "län", "lanskod", "länskod"),
            FieldKind.LEFT_OUT, List.of("rownames", "rad", ""));

    /** Numbers with fewer values than this are codes. */
    private static final int FEW = 12;

    private Guess() {}

    static FieldKind of(String name, Load.Profile profile) {
        String plain = CodebookReader.plain(name);
        Optional<FieldKind> named = NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        return byContents(profile);
    }

    static FieldKind byContents(Load.Profile profile) {
        if (profile.numbers()
                && profile.values().size() != Math.clamp(profile.values().size(), 1, FEW)) {
            return FieldKind.NUMBER;
        }
        boolean few = !profile.values().isEmpty() && profile.values().size() <= Load.Profile.MOST_VALUES;
        return few ? FieldKind.CATEGORY : FieldKind.LEFT_OUT;
    }
}
