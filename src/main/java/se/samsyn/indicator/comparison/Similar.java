package se.samsyn.indicator.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Observation;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Scale;
import se.samsyn.table.Where;

/** The places most like one. */
final class Similar {
    /*
     * Each characteristic is measured in its own standard deviations over all places compared, numbers of inhabitants and the like by their
     * logarithm, so that twice as many is as far as half as many. The distance is the root of the weighted mean of the squared differences. A
     * place that lacks one of the characteristics is not compared: a distance over fewer of them would be another distance.
     */

    /** Distances that differ by less are equal but for how they were computed. */
    private static final double ROUNDING = 1e-9;

    private Similar() {}

    /**
     * The nearest.
     *
     * @param values the values of the characteristics in the latest year of each
     * @param among the places that may be chosen
     */
    static Likeness of(
            Where home,
            List<Where> among,
            List<Characteristic> characteristics,
            Map<IndicatorKey, Indicator> indicators,
            List<Observation> values,
            int nearest) {
        List<Characteristic> known = characteristics.stream()
                .filter(one -> indicators.containsKey(one.indicator()))
                .toList();
        Set<Where> candidates = Set.copyOf(among);
        Map<IndicatorKey, Map<Where, Double>> measured = new HashMap<>();
        for (Observation value : values) {
            Indicator indicator = indicators.get(value.indicator());
            boolean compared = value.place().equals(home) || candidates.contains(value.place());
            if (indicator != null && compared && value.reading() instanceof Reading.Known(double number, var _)) {
                measured.computeIfAbsent(value.indicator(), _ -> new HashMap<>())
                        .put(value.place(), scaled(indicator, number));
            }
        }
        measured.replaceAll((_, by) -> standardised(by));
        List<Likeness.Near> near = new ArrayList<>();
        int lacking = 0;
        for (Where place : among) {
            double distance = distance(home, place, known, measured);
            if (place.equals(home)) {
                continue;
            }
            if (Double.isNaN(distance)) {
                lacking++;
            } else {
                near.add(new Likeness.Near(place, distance));
            }
        }
        near.sort(Comparator.comparingDouble((Likeness.Near one) -> Math.rint(one.distance() / ROUNDING))
                .thenComparing(one -> one.where().toString()));
        return new Likeness(
                List.copyOf(near.subList(0, Math.min(nearest, near.size()))),
                known.stream()
                        .flatMap(one -> Stream.ofNullable(indicators.get(one.indicator()))
                                .map(indicator -> new Likeness.By(one, indicator.title())))
                        .toList(),
                lacking);
    }

    private static double scaled(Indicator indicator, double value) {
        return indicator.scale() == Scale.COUNT ? Math.log(Math.max(value, 1)) : value;
    }

    private static Map<Where, Double> standardised(Map<Where, Double> values) {
        double mean = values.values().stream().mapToDouble(v -> v).average().orElse(0);
        double square = values.values().stream()
                .mapToDouble(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        double deviation = square > 0 ? Math.sqrt(square) : 1;
        Map<Where, Double> standard = new HashMap<>();
        values.forEach((place, value) -> standard.put(place, (value - mean) / deviation));
        return standard;
    }

    private static double distance(
            Where home, Where other, List<Characteristic> by, Map<IndicatorKey, Map<Where, Double>> measured) {
        double sum = 0;
        double weights = 0;
        for (Characteristic one : by) {
            Map<Where, Double> values = measured.getOrDefault(one.indicator(), Map.of());
            double difference = values.getOrDefault(home, Double.NaN) - values.getOrDefault(other, Double.NaN);
            sum += one.weight() * difference * difference;
            weights += one.weight();
        }
        return weights > 0 ? Math.sqrt(sum / weights) : Double.NaN;
    }
}
