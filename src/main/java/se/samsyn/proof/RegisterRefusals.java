package se.samsyn.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.samsyn.engine.Load;
import se.samsyn.engine.Warehouse;
import se.samsyn.register.Imported;

/** Registers and questions that must not be let through, each made here: refused in words that say what to do. */
@Component
class RegisterRefusals {

    private static final String BOOK = "variabel;slag;kod;överordnad\n";
    private static final int PERSONS = 400;
    private static final int CODES = 25;

    private final RegisterGround ground;
    private final Warehouse warehouse;

    RegisterRefusals(RegisterGround ground, Warehouse warehouse) {
        this.ground = ground;
        this.warehouse = warehouse;
    }

    List<Claim> claims() {
        return List.of(
                refused(
                        "okänd kod",
                        "ort;svar\na;1\nb;9\n",
                        BOOK + "svar;kategori;;\nsvar;;1;\nsvar;;2;\n",
                        "är ingen av kodbokens koder"),
                refused(
                        "träd med en slinga",
                        "ort\na\nb\n",
                        BOOK + "ort;kategori;;\nort;;a;b\nort;;b;c\nort;;c;a\n",
                        "genom en slinga"),
                refused(
                        "negativt antal personer",
                        "ort;antal\na;5\nb;-3\n",
                        BOOK + "ort;kategori;a;\nort;;b;\nantal;antal;;\n",
                        "är inget antal mellan 0"),
                new Claim("Register nekas: negativt belopp där sådana inte får finnas", this::negativeAmount),
                new Claim(
                        "Fråga nekas, med råd: tio miljoner celler",
                        () -> question("wide", "a,b,c", "d,e", "", "Tabellen skulle få")),
                new Claim(
                        "Fråga nekas, med råd: celler med färre än tre i genomsnitt, så att inget kunde visas",
                        () -> question("wide", "a", "b", "", "Cellerna skulle i genomsnitt få färre än 3")),
                new Claim(
                        "Fråga nekas, med råd: färre än tjugo personer",
                        () -> question("wide", "b", "", "a=k1;c=k1~k2", "Frågan gäller färre än 20")),
                new Claim(
                        "Fråga nekas, med råd: urval som lämnar ut en enda person",
                        () -> question("wide", "group", "", "lone=no", "Urvalet lämnar ut så få")),
                new Claim("Fråga nekas, med råd: urval som skiljer en person från ett besvarat", this::nearAnother));
    }

    private Claim refused(String what, String data, String codebook, String words) {
        return new Claim("Register nekas, och inget läses in: " + what, () -> {
            String text = switch (ground.load("refused", data, Optional.of(codebook))) {
                case Imported.Done _ -> "gick igenom";
                case Imported.Refused refused -> ground.words(refused);
            };
            var kept = ground.asked("refused", "ort", "", "");
            return Verdict.of(text.contains(words) && !kept.answered(), text);
        });
    }

    private Verdict negativeAmount() throws IOException {
        var file = warehouse.incoming().resolve("prove-negative.in");
        try {
            Files.writeString(file, "belopp\n100\n-5\n");
            var load = new Load(
                    file,
                    warehouse.look(file),
                    List.of(new Load.Numbers(0, true, Set.of(), false)),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty());
            return switch (warehouse.load(load)) {
                case Load.Outcome.Kept kept -> {
                    warehouse.drop(kept.rows());
                    yield new Verdict.Fails("gick igenom");
                }
                case Load.Outcome.Refused refused -> {
                    var first = refused.problems().getFirst();
                    yield Verdict.of(first.fault() == Load.Fault.NEGATIVE && first.row() == 3, first.toString());
                }
            };
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Persons with five variables of many codes, two groups, one person unlike all others, and one code of a single person. */
    private void wide() throws IOException {
        var random = new SplittableRandom(1);
        String data = IntStream.range(0, PERSONS)
                .mapToObj(person -> IntStream.range(0, 5)
                                .mapToObj(_ -> "k" + random.nextInt(CODES))
                                .collect(Collectors.joining(";"))
                        + (person % 2 == 0 ? ";x" : ";y")
                        + (person == 0 ? ";yes" : ";no")
                        + (person == 2 ? ";rare" : ";p" + person % 4)
                        + "\n")
                .collect(Collectors.joining());
        if (ground.load("wide", "a;b;c;d;e;group;lone;place\n" + data, Optional.empty())
                instanceof Imported.Refused refused) {
            throw new IllegalStateException(ground.words(refused));
        }
    }

    private Verdict question(String name, String rows, String columns, String filter, String words) throws IOException {
        wide();
        var printed = ground.asked(name, rows, columns, filter);
        return Verdict.of(
                !printed.answered() && printed.text().contains(words),
                printed.text().strip());
    }

    private Verdict nearAnother() throws IOException {
        wide();
        var first = ground.asked("wide", "group", "", "place=p0~p1~rare");
        var second = ground.asked("wide", "group", "", "place=p0~p1");
        return Verdict.of(
                first.answered()
                        && !second.answered()
                        && second.text().contains("för nära ett som redan har besvarats"),
                second.text().strip());
    }
}
