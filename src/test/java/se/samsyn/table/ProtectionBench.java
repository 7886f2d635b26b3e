package se.samsyn.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.source.Dataset;

/** Measures what protection costs, cold and warm; run by hand. */
final class ProtectionBench {

    private ProtectionBench() {}

    public static void main(String[] args) {
        int cases = Integer.parseInt(args[0]);
        List<String> municipalities = new ArrayList<>();
        for (int region = 1; region <= Integer.parseInt(args[1]); region++) {
            for (int m = 0; m < 14; m++) {
                municipalities.add(String.format(Locale.ROOT, "%02d%02d", region, m));
            }
        }
        Dataset data = TableExamples.random(1, cases, municipalities, 2, 5, 0.01, 0.01);
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            Snapshot snapshot = new Snapshot(data);
            System.out.printf("snapshot %d ms%n", (System.nanoTime() - start) / 1_000_000);
            BlurredCounts counts = ProtectionTest.blurred(snapshot);
            TableMaker maker = new TableMaker(counts, TableExamples.words());
            Where place = new Where.Area(new PlaceCode(municipalities.get(3)));
            for (String name : List.of(
                    "distribution.age-band",
                    "steps.-",
                    "steps-by-age.-",
                    "distribution.home",
                    "distribution.support",
                    "distribution.opinion",
                    "level.health",
                    "change.home",
                    "transitions.home",
                    "occasions.home",
                    "change.health",
                    "score-change.health",
                    "quality.-")) {
                long from = System.nanoTime();
                var _ = maker.make(TableKey.of("example." + place + ".all." + name))
                        .orElseThrow();
                long cold = System.nanoTime() - from;
                from = System.nanoTime();
                var _ = maker.make(TableKey.of("example." + place + ".all." + name))
                        .orElseThrow();
                System.out.printf(
                        "%-24s cold %6d ms, warm %4d ms%n",
                        name, cold / 1_000_000, (System.nanoTime() - from) / 1_000_000);
            }
        }
    }
}
