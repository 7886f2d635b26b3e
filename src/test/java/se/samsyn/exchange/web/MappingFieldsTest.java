package se.samsyn.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.util.LinkedMultiValueMap;
import se.samsyn.exchange.Mapping;
import se.samsyn.exchange.MappingJson;
import se.samsyn.exchange.Meanings;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.FormJson;
import se.samsyn.sheet.Sheet;
import se.samsyn.sheet.SheetExamples;

/** The mapping page shows a mapping, and what is sent back from it says the same. */
class MappingFieldsTest {

    private static final Form FORM = FormJson.read("""
            {"samsyn": "instrument/1", "key": "prov", "title": {"sv": "Prov"}, "description": {"sv": "För prov."},
             "questions": [
              {"key": "halsa", "type": "single", "theme": "change", "phases": ["before", "during", "after"],
               "text": {"sv": "Hur mår du?"}, "why": {"sv": "Därför."},
               "options": [{"code": "bra", "label": {"sv": "Bra"}}, {"code": "daligt", "label": {"sv": "Dåligt"}}]}]}
            """);

    private static final String WIDE = """
            {"samsyn": "mapping/1", "name": "bred", "instrument": "prov", "reading": {"delimiter": "semicolon"},
             "shape": {"wide": [{"key": "start", "phase": "before", "months": 0},
                                {"key": "uppf", "phase": "during", "months": 15, "date": "datum15"},
                                {"key": "m18", "phase": "during", "months": 18}]},
             "case": {"column": "id", "kind": "personal-number"},
             "traits": {"sex": {"column": "kön", "codes": {"2": "WOMAN", "finns inte i filen": "MAN"}},
                        "opened": {"constant": "2025-01-10"}},
             "variables": [
               {"column": "mår0", "wave": "start", "variable": "halsa", "codes": {"1": "bra"}, "special": {"9": "unknown", "": "not-asked"}},
               {"column": "mår15", "wave": "uppf", "variable": "halsa"},
               {"column": "mår18", "wave": "m18", "variable": "halsa"}],
             "support": [{"kind": {"column": "insats", "codes": {"s": "COUNSELLING"}}, "start": "från", "stop": "till"},
                         {"kind": {"constant": "SHELTER"}, "start": "boende"}],
             "goal": {"text": {"constant": "Lugn"}, "step": {"column": "mål", "codes": {"3": "FULLY_REACHED"}},
                      "level": "nivå", "date": "bedömt", "scale": "six-levels"},
             "numbersInText": "mask"}
            """;

    private static final String LONG = """
            {"samsyn": "mapping/1", "name": "lång", "instrument": "prov", "reading": {},
             "shape": {"long": {"column": "mår15", "kind": "phase", "between": "after", "phases": {"s": "closure"}, "date": "datum15"}},
             "case": {"column": "id", "kind": "local-id"},
             "traits": {"opened": {"column": "från"}},
             "variables": [{"column": "mår0", "wave": "before", "variable": "halsa"}],
             "numbersInText": "refuse"}
            """;

    private static final String HEADER = "id;kön;mår0;mår15;mår18;datum15;insats;från;till;boende;mål;nivå;bedömt\n";

    @TempDir
    private Path folder;

    private Sheet sheet() {
        return SheetExamples.opened(SheetExamples.text(folder, HEADER + "1;2;1;s;1;x;s;x;x;x;3;-3;x\n"));
    }

    private static MappingPage page(Mapping mapping, Sheet sheet) {
        var messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        return new MappingPages(messages, new Meanings(messages), Clock.systemUTC())
                .page(mapping, sheet, FORM, List.of(), Waves.offered(mapping, List.of()), Locale.of("sv"));
    }

    /** What a browser sends of the page as it stands. */
    private static LinkedMultiValueMap<String, String> fields(MappingPage page) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("shape", page.perOccasion() ? "occasion" : "case");
        fields.add("name", page.name());
        fields.add("opened", page.opened());
        fields.add("goalText", page.goalText());
        if (page.mask()) {
            fields.add("mask", "on");
        }
        page.support().forEach(kind -> fields.add("kind." + kind.number(), kind.code()));
        for (MappingPage.Line line : page.lines()) {
            fields.add("was." + line.index(), line.role());
            fields.add("role." + line.index(), line.role());
            fields.add("wave." + line.index(), line.wave().isEmpty() ? "before" : line.wave());
            line.codes().forEach(code -> {
                fields.add("value." + line.index() + "." + code.index(), code.value());
                fields.add("code." + line.index() + "." + code.index(), code.meaning());
            });
        }
        return fields;
    }

    @ParameterizedTest
    @ValueSource(strings = {WIDE, LONG})
    void sendingThePageBackUntouchedChangesNothing(String json) {
        Mapping mapping = MappingJson.read(json);

        var said = new MappingFields(fields(page(mapping, sheet())), mapping).read(sheet());

        assertThat(said).isEqualTo(new MappingFields.Said.Whole(mapping));
    }

    @Test
    void everyWaveIsAmongTheChoices() {
        Mapping mapping = MappingJson.read(WIDE);

        assertThat(Waves.offered(mapping, List.of(30)))
                .extracting(wave -> wave.key())
                .contains("start", "m3", "uppf", "m18", "closure", "a24", "m30", "a30")
                .doesNotContain("before");
    }

    @Test
    void meaningsChosenForAnotherRoleAreDropped() {
        Mapping mapping = MappingJson.read(LONG);
        var fields = fields(page(mapping, sheet()));
        fields.set("value.2.1", "1");
        fields.set("code.2.1", "=bra");
        fields.set("role.2", "trait:sex");

        var said = (MappingFields.Said.Whole) new MappingFields(fields, mapping).read(sheet());

        assertThat(said.mapping().traits().values())
                .allMatch(origin -> origin.codes().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "case, role.0, ''",
        "support, role.7, ''",
        "goal, role.10, ''",
        "support, kind.1, ''",
    })
    void saysWhatIsNotChosen(String what, String field, String value) {
        Mapping mapping = MappingJson.read(WIDE);
        var fields = fields(page(mapping, sheet()));
        fields.set(field, value);

        assertThat(new MappingFields(fields, mapping).read(sheet())).isEqualTo(new MappingFields.Said.Incomplete(what));
    }
}
