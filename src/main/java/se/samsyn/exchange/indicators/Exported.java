package se.samsyn.exchange.indicators;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.exchange.opendata.Kolada;
import se.samsyn.indicator.Break;
import se.samsyn.indicator.Definitions;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.Observation;
import se.samsyn.indicator.Source;
import se.samsyn.table.Where;

/**
 * An indicator with all its values, ready to be written.
 *
 * @param values by place, year, sex and group
 * @param placeNames of every place among the values
 * @param fetched when the values were fetched last; empty where there are none
 */
public record Exported(
        Indicator indicator,
        Source source,
        List<Observation> values,
        Map<Where, String> placeNames,
        List<Break> breaks,
        Optional<Instant> fetched) {

    /** Sorts the values. */
    public Exported {
        placeNames = Map.copyOf(placeNames);
        breaks = List.copyOf(breaks);
        values = values.stream()
                .sorted(Comparator.comparing(
                                (Observation value) -> value.place().level(), Comparator.reverseOrder())
                        .thenComparing(value -> value.place().toString())
                        .thenComparingInt(Observation::year)
                        .thenComparing(Observation::sex)
                        .thenComparing(Observation::group))
                .toList();
    }

    /** What stands beside the figures. What is computed here may not be credited to whom its parts are from. */
    public String credit() {
        return switch (source.key()) {
            case KoladaTexts.KEY -> Kolada.CREDIT;
            case Definitions.SOURCE -> "Egen bearbetning";
            default -> "Källa: " + source.name();
        };
    }

    String placeName(Where where) {
        return placeNames.getOrDefault(where, where.toString());
    }

    /** The label of a group; blank for everybody. */
    String groupName(String code) {
        return indicator.groups().stream()
                .filter(group -> group.code().equals(code))
                .map(Indicator.Group::label)
                .findFirst()
                .orElse(code);
    }
}
