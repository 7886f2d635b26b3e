package se.samsyn.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.samsyn.exchange.person.PersonKeys;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.FormJson;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.SpecialAnswer;
import se.samsyn.instrument.VariableKey;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.OrganisationId;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.Unit;
import se.samsyn.organisation.UnitKind;
import se.samsyn.sheet.Limits;
import se.samsyn.sheet.Problem;
import se.samsyn.sheet.Reading;
import se.samsyn.sheet.Sheet;
import se.samsyn.sheet.SheetResult;
import se.samsyn.sheet.Sheets;

/** A small form, mappings to it, and units. */
final class ExchangeExamples {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    static final Unit UNIT = new Unit(
            new UnitId(UUID.fromString("00000000-0000-4000-8000-000000000001")),
            new OrganisationId(UUID.fromString("00000000-0000-4000-8000-000000000002")),
            "Kvinnofrid Falun",
            UnitKind.AUTHORITY,
            ServiceArea.VIOLENCE,
            new PlaceCode("2080"));

    static final String FORM = """
            {"samsyn": "instrument/1", "key": "prov", "title": {"sv": "Prov"}, "description": {"sv": "För prov."},
             "questions": [
              {"key": "halsa", "type": "single", "theme": "change", "phases": ["before", "during", "after"],
               "text": {"sv": "Hur mår du?", "en": "How are you?"}, "why": {"sv": "Därför."},
               "options": [{"code": "bra", "label": {"sv": "Bra", "en": "Good"}},
                           {"code": "daligt", "label": {"sv": "Dåligt", "en": "Bad"}}]},
              {"key": "dagar", "type": "number", "theme": "need", "phases": ["before", "during", "after"],
               "text": {"sv": "Antal dagar"}, "why": {"sv": "Därför."}, "low": 0, "high": 31, "decimals": 1},
              {"key": "anteckning", "type": "text", "theme": "opinion", "phases": ["before", "during", "after"],
               "text": {"sv": "Anteckning"}, "why": {"sv": "Därför."}},
              {"key": "beslut", "type": "date", "theme": "support", "phases": ["before"],
               "text": {"sv": "Dag för beslut"}, "why": {"sv": "Därför."}},
              {"key": "barn", "type": "yes-no", "theme": "meet", "phases": ["before"],
               "text": {"sv": "Har du barn?"}, "why": {"sv": "Därför."}}]}
            """;

    static final Mapping LONG = new Mapping(
            "prov",
            new InstrumentKey("prov"),
            Reading.DETECTED,
            new Shape.RowPerOccasion(
                    new TimeColumn("månad", TimeColumn.Kind.MONTHS, Map.of(), Phase.DURING, Optional.of("datum"))),
            new CaseColumn("ärende", CaseColumn.Kind.LOCAL_ID),
            Map.of(
                    Trait.UNIT, Origin.constant(UNIT.name()),
                    Trait.SEX, Origin.column("kön", Map.of("2", "woman", "1", "man")),
                    Trait.OPENED, Origin.column("öppnat")),
            List.of(
                    variable("hälsa", "", "halsa", Map.of("1", "bra", "2", "daligt")),
                    variable("dagar", "", "dagar", Map.of()),
                    variable("anteckning", "", "anteckning", Map.of())),
            List.of(),
            Optional.empty(),
            NumbersInText.REFUSE);

    private ExchangeExamples() {}

    static VariableColumn variable(String column, String wave, String variable, Map<String, String> codes) {
        return new VariableColumn(column, wave, new VariableKey(variable), codes, Map.of("99", SpecialAnswer.UNKNOWN));
    }

    static Form form() {
        return FormJson.read(FORM);
    }

    static Mapping with(Mapping mapping, GoalColumns goal) {
        return new Mapping(
                mapping.name(),
                mapping.instrument(),
                mapping.reading(),
                mapping.shape(),
                mapping.caseColumn(),
                mapping.traits(),
                mapping.variables(),
                mapping.support(),
                Optional.of(goal),
                mapping.numbersInText());
    }

    static Mapping with(Mapping mapping, SupportColumns support) {
        return new Mapping(
                mapping.name(),
                mapping.instrument(),
                mapping.reading(),
                mapping.shape(),
                mapping.caseColumn(),
                mapping.traits(),
                mapping.variables(),
                List.of(support),
                mapping.goal(),
                mapping.numbersInText());
    }

    static Mapping with(Mapping mapping, Shape shape) {
        return new Mapping(
                mapping.name(),
                mapping.instrument(),
                mapping.reading(),
                shape,
                mapping.caseColumn(),
                mapping.traits(),
                mapping.variables(),
                mapping.support(),
                mapping.goal(),
                mapping.numbersInText());
    }

    static Sheet sheet(Path file, Reading reading) {
        try {
            return switch (Sheets.open(file, reading, Limits.USUAL)) {
                case SheetResult.Opened(Sheet sheet) -> sheet;
                case SheetResult.Refused refused ->
                    throw new AssertionError(refused.problems().toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReadCases read(Path file, Mapping mapping, Form form) {
        var keys =
                new PersonKeys(place -> ("en hemlighet på trettiotvå byte " + place).getBytes(StandardCharsets.UTF_8));
        return new CaseReading(
                        mapping,
                        sheet(file, mapping.reading()),
                        form,
                        new Units(List.of(UNIT)),
                        keys,
                        meanings(),
                        TODAY)
                .read();
    }

    /** In the words of the screens. */
    private static Meanings meanings() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/followup", "messages/instrument");
        messages.setDefaultEncoding("UTF-8");
        return new Meanings(messages);
    }

    static Problem only(ReadCases read) {
        assertThat(read.problems().list()).hasSize(1);
        return read.problems().list().getFirst();
    }

    static Path reference(String file) {
        String folder = System.getenv("SAMSYN_REFERENCE_DATA");
        Assumptions.assumeTrue(folder != null, "SAMSYN_REFERENCE_DATA is not set");
        return Path.of(folder, "microdata", file);
    }

    static String resource(String name) {
        try (var in = ExchangeExamples.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
