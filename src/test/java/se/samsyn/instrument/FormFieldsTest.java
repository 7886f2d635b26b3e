package se.samsyn.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.instrument.FormExamples.key;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.samsyn.web.FormChoice;
import se.samsyn.web.FormField;
import se.samsyn.web.FormPage;
import se.samsyn.web.FormSection;

class FormFieldsTest {

    private static final Form FORM = FormExamples.everyType();
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private final FormFields fields = new FormFields(
            messages(), Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneId.of("Europe/Stockholm")));

    @Test
    void readsEveryTypeAsItIsSent() {
        FormReading reading = read(Map.of(
                "a.vag_in",
                "anmalan",
                "a.anmalare",
                " skolan ",
                "a.barn",
                "2",
                "a.vikt",
                "62,5",
                "a.start",
                "2026-02-28",
                "a.mar",
                "!declined",
                "a.lugn",
                "1",
                "s.nasta",
                "not-asked",
                "_csrf",
                "x"));
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.answers().values())
                .containsOnly(
                        Map.entry(key("vag_in"), Answer.Chosen.of("anmalan")),
                        Map.entry(key("anmalare"), new Answer.Text("skolan")),
                        Map.entry(key("barn"), Answer.Amount.of(2)),
                        Map.entry(key("vikt"), new Answer.Amount(new BigDecimal("62.5"))),
                        Map.entry(key("start"), new Answer.Day(LocalDate.of(2026, 2, 28))),
                        Map.entry(key("mar"), new Answer.Special(SpecialAnswer.DECLINED)),
                        Map.entry(key("lugn"), Answer.Chosen.of("1")),
                        Map.entry(key("nasta"), new Answer.Special(SpecialAnswer.NOT_ASKED)));
    }

    @Test
    void readsSeveralChoicesInTheOrderOfTheOptions() {
        FormReading reading =
                FormFields.read(FORM, Phase.BEFORE, Map.of("a.behov", new String[] {"arbete", "bostad", "arbete"}));
        assertThat(reading.answers().find(key("behov"))).contains(new Answer.Chosen(List.of("bostad", "arbete")));
    }

    @ParameterizedTest
    @CsvSource({"Bror: 811218-9876", "811218/9876", "81.12.18 9876"})
    void keepsNoTextWithAPersonalNumberButShowsItAgain(String text) {
        FormReading reading = read(Map.of("a.anmalare", text));
        assertThat(reading.answers().size()).isZero();
        assertThat(reading.faults())
                .containsExactly(new Fault(key("anmalare"), "instrument.fault.personal-number", List.of()));
        FormField field = field(fields.page(FORM, Phase.BEFORE, reading, List.of(), SWEDISH), "anmalare");
        assertThat(field.value()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"30/2 2026", "2026-02-30", "20261301", "i går"})
    void saysWhichDayItCannotReadAndShowsItAgain(String text) {
        FormReading reading = read(Map.of("a.start", text));
        assertThat(reading.answers().size()).isZero();
        FormField field = field(fields.page(FORM, Phase.BEFORE, reading, List.of(), SWEDISH), "start");
        assertThat(field.value()).isEqualTo(text);
        assertThat(field.faults()).containsExactly("Skriv en dag som finns, till exempel 2026-01-31.");
        assertThat(field.describedBy()).isEqualTo("fault-start");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 234,5|1234.5", "−3|-3", "7.25|7.25", "1e5|", "tre|", "1,2,3|", "0x1F|"})
    void readsNumbersAsPeopleWriteThem(String text, BigDecimal expected) {
        assertThat(FormReadingBuilder.number(text)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void refusesAnAnswerTogetherWithASpecialOne() {
        assertThat(read(Map.of("a.barn", "2", "s.barn", "unknown")).faults())
                .containsExactly(new Fault(key("barn"), "instrument.fault.answer-and-special", List.of()));
        assertThat(read(Map.of("a.vag_in", "!maybe")).faults())
                .containsExactly(new Fault(key("vag_in"), "instrument.fault.special-not-allowed", List.of()));
    }

    @Test
    void explainsSkipRulesInWords() {
        FormPage page = page(Answers.NONE);
        assertThat(field(page, "anmalare").rule().words()).isEqualTo("Svara bara om svaret på ”Väg in” är ”Anmälan”.");
        assertThat(field(page, "anmalare_ater").rule().words())
                .isEqualTo("Svara bara om ”Vem anmälde?” har besvarats.");
        assertThat(field(page, "anmalare").rule().json())
                .isEqualTo(
                        "{\"match\":\"all\",\"conditions\":[{\"variable\":\"vag_in\",\"operator\":\"is\",\"answer\":\"anmalan\"}]}");
        assertThat(field(page, "vag_in").rule()).isEqualTo(FormField.ShowRule.ALWAYS);
    }

    @Test
    void writesFieldsUnderTheirHeadingsInTheReadersLanguage() {
        assertThat(page(Answers.NONE).sections()).extracting(FormSection::title).containsExactly("Bakgrund", "Behov");
        assertThat(fields.page(FORM, Phase.BEFORE, Answers.NONE, List.of(), Locale.ENGLISH)
                        .sections())
                .extracting(FormSection::title)
                .containsExactly("Background", "Needs");
        FormField yesNo = field(page(Answers.NONE), "anmalare_ater");
        assertThat(yesNo.choices()).extracting(FormChoice::label).containsExactly("Ja", "Nej");
        assertThat(field(page(Answers.NONE), "mar").choices()).hasSize(11);
        assertThat(field(page(Answers.NONE), "kansla").rows()).hasSize(3);
        assertThat(field(page(Answers.NONE), "start").limits().high()).isEqualTo("2026-03-02");
    }

    @Test
    void gathersWhatIsWrongForTheListOverTheForm() {
        Answers answers = Answers.NONE.with(key("barn"), Answer.Amount.of(99)).with(key("lugn"), Answer.Chosen.of("7"));
        List<Fault> faults = FORM.check(Phase.BEFORE, answers, LocalDate.of(2026, 3, 2));
        FormPage page = fields.page(FORM, Phase.BEFORE, answers, faults, SWEDISH);
        assertThat(page.faulty()).extracting(FormField::name).containsExactly("vag_in", "barn", "lugn");
        assertThat(field(page, "barn").faults()).containsExactly("Ange ett tal från 0 till 15.");
    }

    @Property(tries = 300)
    void readsBackWhatItShows(@ForAll long seed) {
        Random random = new Random(seed);
        Answers answers = Answers.NONE;
        for (Question variable : FORM.variables(Phase.BEFORE)) {
            answers = random.nextInt(4) == 0 ? answers : answers.with(variable.key(), any(variable, random));
        }
        Map<String, String[]> sent = new HashMap<>();
        for (FormSection section : page(answers).sections()) {
            section.fields().forEach(field -> {
                send(field, sent);
                field.rows().forEach(row -> send(row, sent));
            });
        }
        FormReading reading = FormFields.read(FORM, Phase.BEFORE, sent);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.answers()).isEqualTo(answers);
    }

    private static Answer any(Question variable, Random random) {
        if (!variable.special().isEmpty() && random.nextInt(4) == 0) {
            return new Answer.Special(variable.special().iterator().next());
        }
        return switch (variable.type()) {
            case QuestionType.Scale _ -> Answer.Amount.of(random.nextInt(11));
            case QuestionType.Numeric number when number.decimals() > 0 -> new Answer.Amount(new BigDecimal("7.5"));
            case QuestionType.Numeric _ -> Answer.Amount.of(random.nextInt(15));
            case QuestionType.Date _ -> new Answer.Day(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(900)));
            case QuestionType.Text _ -> new Answer.Text("rad ett\nrad två " + random.nextInt(9));
            case QuestionType.Single _,
                    QuestionType.Multiple _,
                    QuestionType.YesNo _,
                    QuestionType.Matrix _,
                    QuestionType.Heading _ ->
                Answer.Chosen.of(variable.options()
                        .get(random.nextInt(variable.options().size()))
                        .code());
        };
    }

    /** As a browser would send the field. */
    private static void send(FormField field, Map<String, String[]> sent) {
        List<String> chosen = Stream.of(field.choices(), field.special())
                .flatMap(List::stream)
                .filter(FormChoice::chosen)
                .map(FormChoice::value)
                .toList();
        switch (field.kind()) {
            case ONE, SCALE -> sent.put("a." + field.name(), chosen.toArray(String[]::new));
            case MANY -> {
                sent.put(
                        "a." + field.name(),
                        field.choices().stream()
                                .filter(FormChoice::chosen)
                                .map(FormChoice::value)
                                .toArray(String[]::new));
                sent.put(
                        "s." + field.name(),
                        field.special().stream()
                                .filter(FormChoice::chosen)
                                .map(FormChoice::value)
                                .toArray(String[]::new));
            }
            case NUMBER, DAY, TEXT -> {
                sent.put("a." + field.name(), new String[] {field.value().replace("\n", "\r\n")});
                sent.put("s." + field.name(), chosen.isEmpty() ? new String[] {""} : chosen.toArray(String[]::new));
            }
            case MATRIX -> {}
        }
    }

    private FormPage page(Answers answers) {
        return fields.page(FORM, Phase.BEFORE, answers, List.of(), SWEDISH);
    }

    private static FormField field(FormPage page, String name) {
        return page.sections().stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static FormReading read(Map<String, String> sent) {
        Map<String, String[]> parameters = new HashMap<>();
        sent.forEach((name, value) -> parameters.put(name, new String[] {value}));
        return FormFields.read(FORM, Phase.BEFORE, parameters);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/instrument");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.of("sv"));
        return messages;
    }
}
