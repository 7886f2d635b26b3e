package se.samsyn.proof;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samsyn.access.Role;
import se.samsyn.engine.Coded;
import se.samsyn.engine.Engine;
import se.samsyn.engine.Question;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;
import se.samsyn.register.Imported;
import se.samsyn.register.Mend;
import se.samsyn.register.NewRegister;
import se.samsyn.register.Register;
import se.samsyn.register.Registers;
import se.samsyn.table.CrossPrinting;
import se.samsyn.table.CrossQuestion;
import se.samsyn.table.source.Codebook;

/** Imports registers as the nation's analyst does, counts their rows, and asks for crossings of them. */
@Component
class RegisterGround {

    static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private static final char BOM = '\uFEFF';

    private final ProofGround ground;
    private final Registers registers;
    private final Engine engine;
    private final CrossPrinting crossings;
    private final MessageSource messages;

    RegisterGround(
            ProofGround ground, Registers registers, Engine engine, CrossPrinting crossings, MessageSource messages) {
        this.ground = ground;
        this.registers = registers;
        this.engine = engine;
        this.crossings = crossings;
        this.messages = messages;
    }

    Imported load(String name, Path data, Optional<Path> codebook) throws IOException {
        ground.signIn(Role.NATIONAL_ANALYST, PlaceCode.NATION, Optional.empty());
        var title = Wording.same("Prövning " + name);
        return registers.load(
                new NewRegister(new InstrumentKey("prove-" + name), title, title, PlaceCode.NATION), data, codebook);
    }

    /** The register of a file that is as it should be. */
    Register loaded(String name, Path data) throws IOException {
        return switch (load(name, data, Optional.empty())) {
            case Imported.Done done -> done.register();
            case Imported.Refused refused -> throw new IllegalStateException(words(refused));
        };
    }

    /** As {@link #load}, with the files given as text. */
    Imported load(String name, String data, Optional<String> codebook) throws IOException {
        var folder = Files.createTempDirectory("samsyn-proof");
        var file = folder.resolve("data.csv");
        var book = folder.resolve("kodbok.csv");
        try {
            Files.writeString(file, data);
            Files.writeString(book, codebook.orElse(""));
            return load(name, file, codebook.map(_ -> book));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(book);
            Files.deleteIfExists(folder);
        }
    }

    /** What is to be mended, in Swedish. */
    String words(Imported.Refused refused) {
        return String.join(" ", refused.mends().stream().map(this::words).toList());
    }

    private String words(Mend mend) {
        return (mend.row() > 0 ? "Rad " + mend.row() + ": " : "")
                + messages.getMessage(mend.message(), mend.details().toArray(), SWEDISH);
    }

    /** Counts rows by the codes of columns, not blurred; blank for no value. */
    Map<List<String>, Long> counted(Register register, Question question) {
        var tally = engine.answer(question);
        Map<List<String>, Long> counts = new HashMap<>();
        for (int group = 0; group < tally.size(); group++) {
            List<String> codes = new ArrayList<>();
            for (int axis = 0; axis < question.axes().size(); axis++) {
                codes.add(code(register, question.axes().get(axis), tally.code(group, axis)));
            }
            counts.merge(codes, tally.rows(group), Long::sum);
        }
        return counts;
    }

    private static String code(Register register, Coded column, int code) {
        return code >= 0 && register.codebook().fields().get(column.column()).values() instanceof Codebook.Codes codes
                ? codes.codes().get(code).code()
                : "";
    }

    /** Position of a code of a field. */
    static int position(Register register, String field, String code) {
        int at = register.codebook().position(field);
        if (at < 0 || !(register.codebook().fields().get(at).values() instanceof Codebook.Codes codes)) {
            throw new IllegalArgumentException("No field of codes is called " + field);
        }
        return codes.codes().stream().map(Codebook.Code::code).toList().indexOf(code);
    }

    /** A table as it is printed. */
    CrossPrinting.Printed asked(String name, String rows, String columns, String filter) {
        return crossings.print(new CrossQuestion("prove-" + name, rows, columns, "", "", "", filter), SWEDISH);
    }

    /** The figures of a printed table by the words of its rows and columns, totals among them. */
    static Map<List<String>, Long> figures(CrossPrinting.Printed printed, int rowAxes) throws IOException {
        if (!printed.answered()) {
            throw new IllegalStateException(printed.text());
        }
        String text = printed.text().charAt(0) == BOM ? printed.text().substring(1) : printed.text();
        Map<List<String>, Long> figures = new HashMap<>();
        try (var lines = CSVFormat.DEFAULT.builder().setDelimiter(';').get().parse(new StringReader(text))) {
            List<CSVRecord> all = lines.getRecords();
            var head = all.getFirst();
            for (var line : all.subList(1, all.size())) {
                for (int at = rowAxes; at < head.size() && line.size() == head.size(); at++) {
                    List<String> words = new ArrayList<>(line.toList().subList(0, rowAxes));
                    words.addAll(List.of(head.get(at).split(", ")));
                    figures.put(words.stream().map(RegisterGround::unquoted).toList(), Long.valueOf(line.get(at)));
                }
            }
        }
        return figures;
    }

    /** Without the mark that keeps spreadsheets from taking a text for a formula. */
    private static String unquoted(String word) {
        return word.startsWith("'") ? word.substring(1) : word;
    }
}
