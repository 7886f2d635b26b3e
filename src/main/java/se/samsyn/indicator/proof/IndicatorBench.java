package se.samsyn.indicator.proof;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
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
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Source;
import se.samsyn.indicator.comparison.Against;
import se.samsyn.indicator.comparison.Comparisons;
import se.samsyn.indicator.comparison.Question;
import se.samsyn.indicator.comparison.View;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;
import se.samsyn.proof.Bench;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Length;
import se.samsyn.proof.Verdict;
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

    private static final int COMPARED = 90;
    private static final List<Against> AGAINST = List.of(Against.SIMILAR, Against.COUNTY, Against.ALL);

    private final IndicatorImports imports;
    private final Catalogue catalogue;
    private final Comparisons comparisons;
    private final Organisations organisations;
    private final Clock clock;
    private final long values;

    IndicatorBench(
            IndicatorImports imports,
            Catalogue catalogue,
            Comparisons comparisons,
            Organisations organisations,
            Clock clock,
            @Value("${samsyn.bench.values:5000000}") long values) {
        this.imports = imports;
        this.catalogue = catalogue;
        this.comparisons = comparisons;
        this.organisations = organisations;
        this.clock = clock;
        this.values = values;
    }

    @Override
    public String name() {
        return "indicators";
    }

    /** As claims where there is time for them. */
    List<Claim> claims(Length length) {
        return length == Length.SHORT
                ? List.of()
                : List.of(new Claim(
                        "Fem miljoner värden läses in inom 60 s, söks bland inom 100 ms och jämförs inom 300 ms",
                        this::fast));
    }

    private Verdict fast() {
        MadeUpFigures figures = figures();
        long from = System.nanoTime();
        Arrived arrived = imports.take(figures.delivery(clock.instant(), 0), Optional.empty());
        double imported = seconds(from);
        double sought = late(search());
        double compared = late(comparisons());
        return Verdict.of(
                imported < 60 && sought < 100 && compared < 300,
                "%,d värden på %.1f s; 95:e percentilen: sökning %.0f ms, jämförelse %.0f ms"
                        .formatted(arrived.delivered(), imported, sought, compared));
    }

    private MadeUpFigures figures() {
        catalogue.provide(new Source(
                SOURCE, "Bänk", "Bänk", Source.Kind.DATABASE, Set.of(Source.Reach.LOCAL), "", "", Quality.UNDECLARED));
        return new MadeUpFigures(SOURCE, places(), values);
    }

    /** All that a page of comparisons shows, in each view in turn, of one indicator after another. */
    private double[] comparisons() {
        List<View> views = List.of(View.values());
        return times(
                COMPARED,
                at -> comparisons.answer(new Question(
                        MadeUpFigures.key(at * 61),
                        Where.of("2080"),
                        AGAINST.get(at % AGAINST.size()),
                        List.of(),
                        List.of(),
                        7,
                        List.of(SexPart.ALL),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        views.get(at % views.size()))));
    }

    @Override
    public void print(PrintWriter out) {
        MadeUpFigures figures = figures();
        imported(out, figures, 0, "inlästa", "under 60 s vid 5 miljoner");
        imported(out, figures, 1, "igen, 1 % ändrade", "");
        imported(out, figures, 1, "igen, inget ändrat", "");
        line(out, "söka bland 6 000 indikatorer", search(), "under 100 ms");
        line(
                out,
                "läsa en indikators alla värden",
                times(READ, at -> catalogue.values(List.of(MadeUpFigures.key(at * 113)))),
                "");
        line(out, "jämföra: allt som sidan visar, alla vyer", comparisons(), "under 300 ms");
    }

    private double[] search() {
        List<String> words = MadeUpFigures.SOUGHT;
        words.forEach(word -> catalogue.search(Search.of(word)));
        return times(words.size() * ROUNDS, at -> catalogue.search(Search.of(words.get(at % words.size()))));
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

    /** Milliseconds, the shortest first. */
    private static double[] times(int times, IntConsumer work) {
        double[] taken = new double[times];
        for (int at = 0; at < times; at++) {
            long from = System.nanoTime();
            work.accept(at);
            taken[at] = 1000 * seconds(from);
        }
        Arrays.sort(taken);
        return taken;
    }

    private static double late(double[] taken) {
        return taken[taken.length * 95 / 100];
    }

    private static void line(PrintWriter out, String what, double[] taken, String goal) {
        line(out, what + ", median av " + taken.length, taken[taken.length / 2], "ms", goal);
        line(out, what + ", 95:e percentilen", late(taken), "ms", goal);
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    private static void line(PrintWriter out, String what, double number, String unit, String goal) {
        out.printf(Locale.ROOT, "  %-72s %10.1f %-2s  %s%n", what, number, unit, goal);
        out.flush();
    }
}
