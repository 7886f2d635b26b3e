package se.samsyn.proof.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Length;
import se.samsyn.proof.Parser;
import se.samsyn.proof.Reads;
import se.samsyn.proof.Verdict;

/** Whatever is sent to a parser or a page is answered or refused: the program neither falls over nor hangs. */
@Component
class FuzzClaims {

    private static final int SHOWN_BYTES = 60;
    private static final long PATIENCE = 30;
    private static final int SHRINKS = 300;

    private final List<Reads> reads;
    private final FormFuzz forms;

    FuzzClaims(List<Reads> reads, FormFuzz forms) {
        this.reads = reads;
        this.forms = forms;
    }

    List<Claim> claims(Length length) {
        return List.of(
                new Claim(
                        "Fuzz: ingen fil och ingen text får en läsare att falla eller hänga sig",
                        () -> parsers(length.of(4_000, 180_000))),
                new Claim(
                        "Fuzz: inget som sänds till en sida ger status 500 eller hänger sig, och inget av det hamnar i loggen",
                        () -> forms.tried(length.of(1_500, 40_000))));
    }

    Verdict parsers(int inputs) throws IOException {
        var tries = new Tries();
        var folder = Files.createTempDirectory("samsyn-fuzz");
        try {
            var turn = new ArrayList<Parser>();
            reads.stream()
                    .flatMap(each -> each.parsers(folder).stream())
                    .forEach(parser -> turn.addAll(Collections.nCopies(parser.share(), parser)));
            try (var thread = new DelegatingSecurityContextExecutorService(Executors.newSingleThreadExecutor())) {
                for (int seed = 0; seed < inputs; seed++) {
                    var parser = turn.get(seed % turn.size());
                    tried(thread, parser, new Nasty(seed).of(parser.seeds()), seed, tries);
                }
            }
        } finally {
            SecurityContextHolder.clearContext();
            try (var left = Files.walk(folder)) {
                for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return tries.verdict();
    }

    private static void tried(
            DelegatingSecurityContextExecutorService thread, Parser parser, byte[] input, int seed, Tries tries) {
        long from = System.nanoTime();
        var fault = fault(thread, parser, input);
        tries.tried(parser.name() + " nr " + seed, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from));
        if (!fault.isEmpty()) {
            tries.fell(
                    parser.name() + " nr " + seed + " " + fault + " av " + shown(shrunk(thread, parser, input, fault)));
        }
    }

    /** What went wrong; empty where nothing did. */
    private static String fault(DelegatingSecurityContextExecutorService thread, Parser parser, byte[] input) {
        var reading = thread.submit(() -> {
            parser.reading().read(input);
            return true;
        });
        try {
            reading.get(PATIENCE, TimeUnit.SECONDS);
            return "";
        } catch (TimeoutException hang) {
            reading.cancel(true);
            return "hängde sig";
        } catch (ExecutionException fell) {
            var cause = fell.getCause();
            return cause == null || parser.refuses(cause) ? "" : place(cause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "avbröts";
        }
    }

    private static String place(Throwable fault) {
        var ours = Arrays.stream(fault.getStackTrace())
                .filter(line -> line.getClassName().startsWith("se.samsyn"))
                .findFirst()
                .map(line -> " i " + line.getFileName() + ":" + line.getLineNumber())
                .orElse("");
        var said = String.valueOf(fault.getMessage());
        return fault.getClass().getSimpleName() + " (" + said.substring(0, Math.min(SHOWN_BYTES, said.length())) + ")"
                + ours;
    }

    /** A shorter input that makes the same fault. */
    private static byte[] shrunk(
            DelegatingSecurityContextExecutorService thread, Parser parser, byte[] input, String fault) {
        byte[] least = input;
        int tries = 0;
        for (int piece = input.length / 2; piece > 0 && tries < SHRINKS; piece /= 2) {
            for (int at = 0; at + piece <= least.length && tries < SHRINKS; tries++) {
                byte[] shorter = new byte[least.length - piece];
                System.arraycopy(least, 0, shorter, 0, at);
                System.arraycopy(least, at + piece, shorter, at, shorter.length - at);
                if (fault(thread, parser, shorter).equals(fault)) {
                    least = shorter;
                } else {
                    at += piece;
                }
            }
        }
        return least;
    }

    /** The input as hexadecimal, made by us and so nobody's. */
    private static String shown(byte[] input) {
        return HexFormat.of().formatHex(input, 0, Math.min(SHOWN_BYTES, input.length))
                + (input.length > SHOWN_BYTES ? "..." : "");
    }
}
