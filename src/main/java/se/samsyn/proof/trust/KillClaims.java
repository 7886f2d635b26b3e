package se.samsyn.proof.trust;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import se.samsyn.proof.Claim;
import se.samsyn.proof.Length;
import se.samsyn.proof.Verdict;

/**
 * The program and its database killed, in turn and without warning, while answers are saved and files imported: what was acknowledged is
 * there afterwards, once, and a file is there whole or not at all.
 */
@Component
class KillClaims {

    private static final int WRITERS = 3;
    private static final Duration RECOVERY = Duration.ofSeconds(8);

    private final TrustGround ground;
    private final ApplicationContext program;

    KillClaims(TrustGround ground, ApplicationContext program) {
        this.ground = ground;
        this.program = program;
    }

    List<Claim> claims(Length length) {
        return List.of(new Claim(
                "Inget kvitterat går förlorat när programmet och databasen dödas under pågående sparande och inläsning",
                () -> killed(length.of(6, 200))));
    }

    Verdict killed(int times) throws IOException {
        try (var child = new Child()) {
            child.start();
            var store = new ChildStore(child.data());
            var writers = new ArrayList<Writer>();
            for (int at = 0; at < WRITERS; at++) {
                writers.add(Writer.open(child.port(), ground.today()));
            }
            var importer = new Importer(child.port());
            var random = new SplittableRandom(5);
            var faults = new ArrayList<String>();
            for (int kill = 0; kill < times && faults.isEmpty(); kill++) {
                disturbed(child, writers, importer, kill % 2 == 0, 1_500 + random.nextInt(3_000));
                for (var writer : writers) {
                    faults.addAll(writer.faults(store));
                    writer.comeBack();
                }
                faults.addAll(importer.faults(store));
                importer.comeBack();
            }
            return verdict(child, times, writers, importer, faults);
        }
    }

    private Verdict verdict(Child child, int times, List<Writer> writers, Importer importer, List<String> faults)
            throws IOException {
        int saves = writers.stream().mapToInt(Writer::acknowledgements).sum();
        var chain = chain(child, faults);
        var figure = "%d gånger dödat, %d kvitterade sparanden, %d inläsningar begynta och %d klara, %s%s"
                .formatted(
                        times,
                        saves,
                        importer.begun(),
                        importer.done(),
                        chain,
                        faults.isEmpty() ? ", 0 fel" : "; " + String.join("; ", faults));
        return Verdict.of(faults.isEmpty() && saves > times && importer.begun() > 0, figure);
    }

    /** Writes and imports until the kill and a little past it, and starts the program again. */
    private static void disturbed(Child child, List<Writer> writers, Importer importer, boolean program, int millis)
            throws IOException {
        var over = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            for (var writer : writers) {
                threads.execute(() -> {
                    while (!over.get() && writer.save()) {
                        Thread.onSpinWait();
                    }
                });
            }
            threads.execute(() -> {
                while (!over.get()) {
                    importer.importFile();
                }
            });
            sleep(millis);
            if (program) {
                child.kill();
            } else {
                child.killDatabase();
            }
            over.set(true);
        }
        if (!program && !child.answers(RECOVERY)) {
            child.kill();
        }
        if (program || !child.alive() || !mended(child)) {
            child.kill();
            child.start();
        }
    }

    /** Whether the program found its database again by itself. */
    private static boolean mended(Child child) {
        try {
            Writer.signedIn(child.port(), "handlaggare");
            return true;
        } catch (IOException lost) {
            return false;
        }
    }

    /** Seam: where there is a command that checks the chain of the log, it must find it whole. */
    private String chain(Child child, List<String> faults) throws IOException {
        boolean there = List.of(program.getBeanNamesForAnnotation(Command.class)).stream()
                .map(bean -> program.findAnnotationOnBean(bean, Command.class))
                .anyMatch(command -> command != null && command.name().equals("audit"));
        if (!there) {
            return "loggens kedja prövades inte (kommandot audit finns inte)";
        }
        int ended = child.command("audit", "verify");
        if (ended != 0) {
            faults.add("audit verify slutade med " + ended);
        }
        return "loggens kedja " + (ended == 0 ? "hel" : "bruten");
    }

    private static void sleep(int millis) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The trial was interrupted", stopped);
        }
    }
}
