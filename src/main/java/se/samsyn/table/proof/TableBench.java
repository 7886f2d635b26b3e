package se.samsyn.table.proof;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Bench;
import se.samsyn.table.disclosure.Attacker;
import se.samsyn.table.disclosure.Care;
import se.samsyn.table.disclosure.Hiding;
import se.samsyn.table.disclosure.LinkedTables;
import se.samsyn.table.disclosure.Rule;
import se.samsyn.table.disclosure.Suppression;
import se.samsyn.table.disclosure.Zeros;

/**
 * Prints how fast tables are protected on this machine: made-up ones of the sizes that releases have, hidden with care for bounds - in which our
 * own attack and what it leads to have their part - and then attacked by somebody else. The best of some runs after
 * others to warm up; of the largest, one run.
 */
@Component
@Order(1)
class TableBench implements Bench {

    private static final int RUNS = 3;
    private static final double MIB = 1024.0 * 1024.0;

    /** Larger release sets are not tried for everybody who is alone in a cell. */
    private static final int MOST_WITH_INSIDERS = 10_000;

    private record Trial(String text, LinkedTables tables, int runs, String goal) {}

    /** Seconds of one run. */
    private record Run(double hiding, double attack, Hiding hidden, int told) {
        double inAll() {
            return hiding + attack;
        }
    }

    @Override
    public String name() {
        return "tables";
    }

    /** Prints a line for each size of tables. */
    @Override
    public void print(PrintWriter out) {
        print(
                out,
                new Trial(
                        "en tabell i tre nivåer",
                        BenchTables.wide(4, 12, 15, 12),
                        RUNS,
                        "mål: mot ensamma under 0.5 s, angripna under 1.5 s"));
        print(out, new Trial("samma med de flesta celler små", BenchTables.wide(4, 12, 15, 1.5), RUNS, "inget mål"));
        print(out, new Trial("tre länkade tabeller", BenchTables.linked(), RUNS, "mål: under 2 s i allt"));
        print(out, new Trial("en stor tabell i tre nivåer", BenchTables.wide(12, 16, 20, 12), 1, "mål: under 30 s"));
    }

    private static void print(PrintWriter out, Trial trial) {
        if (trial.runs() > 1) {
            best(trial, Care.BOUNDS);
        }
        forgetPeaks();
        var quick = best(trial, Care.SINGLETONS);
        var careful = best(trial, Care.BOUNDS);
        var audit = careful.hidden().audit();
        out.printf(
                Locale.ROOT,
                "%d celler, %s (%s):%n"
                        + "    mot ensamma: dolda på %.2f s, angripna på %.2f s, %d av %d små framräknade%n"
                        + "    mot gränser: dolda, angripna och lagade på %.2f s, angripna igen på %.2f s, %d framräknade; %d av %d dolda%n"
                        + "    minne som mest %.0f MB%n",
                trial.tables().size(),
                trial.text(),
                trial.goal(),
                quick.hiding(),
                quick.attack(),
                quick.told(),
                audit.primaries(),
                careful.hiding(),
                careful.attack(),
                careful.told(),
                audit.hidden(),
                audit.cells(),
                peak() / MIB);
        if (trial.tables().size() <= MOST_WITH_INSIDERS) {
            var released = run(trial.tables(), Care.INSIDERS);
            out.printf(
                    Locale.ROOT,
                    "    som när de släpps, mot var och en som är ensam i en dold cell: %.1f s, %d dolda%n",
                    released.hiding(),
                    released.hidden().hidden().length);
        }
        out.flush();
    }

    private static void forgetPeaks() {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Bytes of the heap, garbage included; what native code takes for linear programs comes besides. */
    private static double peak() {
        return heap().mapToDouble(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static Run best(Trial trial, Care care) {
        Run best = run(trial.tables(), care);
        for (int k = 1; k < trial.runs(); k++) {
            var next = run(trial.tables(), care);
            best = next.inAll() < best.inAll() ? next : best;
        }
        return best;
    }

    private static Run run(LinkedTables tables, Care care) {
        long start = System.nanoTime();
        var hiding = Suppression.protect(tables, Rule.standard(), care);
        long hidden = System.nanoTime();
        var primaries = new BitSet();
        IntStream.range(0, tables.size()).filter(hiding::primaryForOwnerOnly).forEach(primaries::set);
        try (var attacker = new Attacker(tables, Zeros.KNOWN, hiding::hides, 1)) {
            int told = attacker.told(primaries).cardinality();
            return new Run((hidden - start) / 1e9, (System.nanoTime() - hidden) / 1e9, hiding, told);
        }
    }
}
