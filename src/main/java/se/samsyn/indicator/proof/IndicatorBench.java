package se.samsyn.indicator.proof;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsyn.indicator.Arrived;
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.IndicatorImports;
import se.samsyn.indicator.Quality;
import se.samsyn.indicator.Search;
import se.samsyn.indicator.Source;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;
import se.samsyn.proof.Bench;
import se.samsyn.table.Where;

/**
 * Prints how fast a country's values are imported, how fast the next delivery is held against them, and how fast indicators are found and read
 * among them all. Values per import: {@code samsyn.bench.values}.
 */
@Component
@Order(3)
class IndicatorBench implements Bench {

    private static final String SOURCE = "bench";
    private static final int READ = 50;
    private static final int ROUNDS = 3;

    private final IndicatorImports imports;
    private final Catalogue catalogue;
    private final Organisations organisations;
    private final Clock clock;
    private final long values;

    IndicatorBench(
            IndicatorImports imports,
            Catalogue catalogue,
            Organisations organisations,
            Clock clock,
            @Value("${samsyn.bench.values:5000000}") long values) {
        this.imports = imports;
        this.catalogue = catalogue;
        this.organisations = organisations;
        this.clock = clock;
        this.values = values;
    }

    @Override
    public String name() {
        return "indicators";
    }

    @Override
    public void print(PrintWriter out) {
        catalogue.provide(new Source(
                SOURCE, "Bänk", "Bänk", Source.Kind.DATABASE, Set.of(Source.Reach.LOCAL), "", "", Quality.UNDECLARED));
        MadeUpFigures figures = new MadeUpFigures(SOURCE, places(), values);
        imported(out, figures, 0, "inlästa", "under 60 s vid 5 miljoner");
        imported(out, figures, 1, "igen, 1 % ändrade", "");
        imported(out, figures, 1, "igen, inget ändrat", "");
        sought(out);
        times(
                out,
                "läsa en indikators alla värden",
                READ,
                at -> catalogue.values(List.of(MadeUpFigures.key(at * 113))),
                "");
    }

    private List<Where> places() {
        return MadeUpFigures.places(
                Stream.concat(organisations.regions().stream(), organisations.municipalities(PlaceCode.NATION).stream())
                        .map(Place::code)
                        .map(PlaceCode::value));
    }

    private void imported(PrintWriter out, MadeUpFigures figures, long round, String what, String goal) {
        long from = System.nanoTime();
        Arrived arrived = imports.take(figures.delivery(clock.instant(), round), Optional.empty());
        line(
                out,
                "%,d värden %s (nya %,d, ändrade %,d)"
                        .formatted(arrived.delivered(), what, arrived.added(), arrived.revised()),
                seconds(from),
                "s",
                goal);
    }

    private void sought(PrintWriter out) {
        List<String> words = MadeUpFigures.SOUGHT;
        words.forEach(word -> catalogue.search(Search.of(word)));
        times(
                out,
                "söka bland 6 000 indikatorer",
                words.size() * ROUNDS,
                at -> catalogue.search(Search.of(words.get(at % words.size()))),
                "under 100 ms");
    }

    private static void times(PrintWriter out, String what, int times, IntConsumer work, String goal) {
        double[] taken = new double[times];
        for (int at = 0; at < times; at++) {
            long from = System.nanoTime();
            work.accept(at);
            taken[at] = 1000 * seconds(from);
        }
        Arrays.sort(taken);
        line(out, what + ", median av " + times, taken[times / 2], "ms", goal);
        line(out, what + ", 95:e percentilen", taken[times * 95 / 100], "ms", goal);
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    private static void line(PrintWriter out, String what, double number, String unit, String goal) {
        out.printf(Locale.ROOT, "  %-72s %10.1f %-2s  %s%n", what, number, unit, goal);
        out.flush();
    }
}
