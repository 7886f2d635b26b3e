package se.samsyn.exchange.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samsyn.exchange.cube.Dimension;
import se.samsyn.exchange.cube.PxKeyword;
import se.samsyn.exchange.cube.PxReader;
import se.samsyn.exchange.cube.PxTaker;
import se.samsyn.exchange.cube.Symbol;
import se.samsyn.proof.Verdict;

/** A PX file of five million cells, made up, read cell by cell: how long it takes, and how much memory stays in use meanwhile. */
final class LargePx {

    private static final int ROWS = 50_000;
    private static final int COLUMNS = 100;
    private static final long LOOK = 1_250_000;
    private static final long MEGABYTE = 1 << 20;

    private LargePx() {}

    static Verdict read() throws IOException {
        Path file = Files.createTempFile("samsyn", ".px");
        try {
            write(file);
            var counted = new Counted();
            long from = System.nanoTime();
            PxTaker.Outcome outcome = PxReader.stream(file, counted);
            double seconds = (System.nanoTime() - from - counted.looked) / 1e9;
            return Verdict.of(
                    outcome instanceof PxTaker.Outcome.Whole
                            && counted.cells.get() == (long) ROWS * COLUMNS
                            && seconds < 5
                            && counted.most < 60 * MEGABYTE,
                    "%,d celler, %d MB, på %.2f s; minnet växte med %d MB"
                            .formatted(
                                    counted.cells.get(),
                                    Files.size(file) / MEGABYTE,
                                    seconds,
                                    counted.most / MEGABYTE));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void write(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
            out.write("CHARSET=\"ANSI\";\nMATRIX=\"A\";\nSUBJECT-CODE=\"A\";\nSUBJECT-AREA=\"A\";\nTITLE=\"A\";\n");
            out.write("CONTENTS=\"A\";\nUNITS=\"A\";\nDECIMALS=2;\nSTUB=\"plats\";\nHEADING=\"tid\";\n");
            out.write("VALUES(\"plats\")=" + list(ROWS) + ";\nVALUES(\"tid\")=" + list(COLUMNS) + ";\nDATA=\n");
            for (int row = 0; row < ROWS; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    out.write(column == 7 ? "\"..\" " : row + "." + column + " ");
                }
                out.write('\n');
            }
            out.write(";\n");
        }
    }

    private static String list(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(",\n"));
    }

    /** Counts the cells, and looks now and then how much more memory is in use than at first. */
    private static final class Counted implements PxTaker {

        private final AtomicLong cells = new AtomicLong();
        private final long before = used();
        private long most;
        private long looked;

        @Override
        public void start(List<Dimension> dimensions, List<PxKeyword> keywords) {}

        @Override
        public void take(long index, double value, Symbol symbol) {
            if (cells.incrementAndGet() % LOOK == 0) {
                long from = System.nanoTime();
                most = Math.max(most, used() - before);
                looked += System.nanoTime() - from;
            }
        }

        private static long used() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        }
    }
}
