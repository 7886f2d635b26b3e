package se.samsyn.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.exchange.ExchangeExamples.LONG;
import static se.samsyn.exchange.ExchangeExamples.form;
import static se.samsyn.exchange.ExchangeExamples.only;
import static se.samsyn.exchange.ExchangeExamples.read;
import static se.samsyn.exchange.ExchangeExamples.variable;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.exchange.person.TestNumbers;
import se.samsyn.followup.GasScale;
import se.samsyn.followup.Goal;
import se.samsyn.followup.GoalStep;
import se.samsyn.followup.Identity;
import se.samsyn.followup.ImportedCase;
import se.samsyn.followup.InterventionKind;
import se.samsyn.instrument.Answer;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.SpecialAnswer;
import se.samsyn.instrument.VariableKey;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.Sex;
import se.samsyn.sheet.Problem;
import se.samsyn.sheet.Reading;
import se.samsyn.sheet.SheetExamples;

class CaseReadingTest {

    private static final String HEADER = "ärende;öppnat;kön;månad;datum;hälsa;dagar;anteckning\n";
    private static final String FIRST = "A1;2025-01-10;2;0;2025-01-12;1;2,5;\n";

    @TempDir
    private Path folder;

    @Test
    void makesCasesOfARowPerOccasion() {
        ReadCases read =
                read(file(FIRST + "A1;2025-01-10;2;6;;2;99;Bättre\n" + "A2;20250301;man;0;;dåligt;;\n"), LONG, form());

        assertThat(read.problems().list()).isEmpty();
        assertThat(read.cases()).hasSize(2);
        ImportedCase first = read.cases().getFirst();
        assertThat(first.sex()).isEqualTo(Sex.WOMAN);
        assertThat(first.opened()).isEqualTo(LocalDate.of(2025, 1, 10));
        assertThat(first.visits())
                .extracting(ImportedCase.Visit::phase, ImportedCase.Visit::months, ImportedCase.Visit::date)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Phase.BEFORE, 0, LocalDate.of(2025, 1, 12)),
                        org.assertj.core.groups.Tuple.tuple(Phase.DURING, 6, LocalDate.of(2025, 7, 10)));
        assertThat(first.visits().get(1).answers().values())
                .containsEntry(new VariableKey("halsa"), Answer.Chosen.of("daligt"))
                .containsEntry(new VariableKey("dagar"), new Answer.Special(SpecialAnswer.UNKNOWN))
                .containsEntry(new VariableKey("anteckning"), new Answer.Text("Bättre"));
    }

    private Path file(String rows) {
        return SheetExamples.text(folder, HEADER + rows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A2;2025-01-10;2;0;2025-01-12;7;2;   | UNKNOWN_CODE       | hälsa  | 7",
                "A2;2025-02-30;2;0;2025-03-12;1;2;   | IMPOSSIBLE_DATE    | öppnat | 2025-02-30",
                "A2;45000;2;0;2025-03-12;1;2;        | NOT_A_DATE         | öppnat | 45000",
                "A2;2027-01-01;2;0;2027-01-02;1;2;   | FUTURE_DATE        | öppnat | 2027-01-01",
                "A2;2025-01-10;2;0;2025-01-09;1;2;   | BEFORE_OPENING     | datum  | 2025-01-09",
                "A2;2025-01-10;2;36;;1;2;            | FUTURE_DATE        | datum  | 2028-01-10",
                "A2;2025-01-10;2;x;;1;2;             | NOT_A_NUMBER       | månad  | x",
                "A2;2025-01-10;2;;;1;2;              | MISSING_VALUE      | månad  | time",
                "A2;2025-01-10;2;-6;;1;2;            | MONTHS             | månad  | -6",
                "A2;;2;0;;1;2;                       | MISSING_VALUE      | öppnat | opened",
                "A2;2025-01-10;9;0;;1;2;             | UNKNOWN_CODE       | kön    | 9",
                "A2;2025-01-10;2;0;;1;två;           | NOT_A_NUMBER       | dagar  | två",
                "A2;2025-01-10;2;0;;1;2.5;           | OTHER_DECIMAL_MARK | dagar  | 2.5",
                "A2;2025-01-10;2;0;;1;32;            | ANSWER_NOT_TAKEN   | dagar  | instrument.fault.out-of-range",
                "A2;1989-12-31;2;0;;1;2;             | OPENED_TOO_EARLY   | öppnat | 1989-12-31",
                "Anna Ek;2025-01-10;2;0;;1;2;        | ID_FORM            | ärende | Anna Ek",
                ";2025-01-10;2;0;;1;2;               | NO_ID              | ärende |"
            })
    void namesRowColumnAndFaultOfEachBadValue(
            String row, ImportFault fault, String column, @org.jspecify.annotations.Nullable String detail) {
        ReadCases read = read(file(FIRST + row.strip() + "\n"), LONG, form());

        Problem problem = only(read);
        assertThat(problem.fault()).isEqualTo(fault);
        assertThat(problem.row()).isEqualTo(3);
        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem.details()).startsWith(detail == null ? new String[0] : new String[] {detail});
        assertThat(read.stops()).isTrue();
    }

    @Test
    void namesTwoColumnsWithTheAnswerToOneQuestion() {
        Mapping twice = new Mapping(
                LONG.name(),
                LONG.instrument(),
                LONG.reading(),
                LONG.shape(),
                LONG.caseColumn(),
                LONG.traits(),
                List.of(variable("hälsa", "", "halsa", Map.of()), variable("dagar", "", "halsa", Map.of())),
                LONG.support(),
                LONG.goal(),
                LONG.numbersInText());

        assertThat(read(file(FIRST), twice, form()).problems().list())
                .contains(Problem.ofCell(ImportFault.SAME_QUESTION_TWICE, 1, "dagar", "hälsa", "dagar"));
    }

    @Test
    void namesBothRowsOfADuplicateOccasion() {
        ReadCases read = read(file(FIRST + FIRST), LONG, form());

        assertThat(only(read)).isEqualTo(Problem.ofCell(ImportFault.DUPLICATE_OCCASION, 3, "månad", "2"));
    }

    @Test
    void namesRowsThatContradictEachOther() {
        ReadCases read = read(file(FIRST + "A1;2025-01-10;1;6;;1;2;\n"), LONG, form());

        assertThat(only(read)).isEqualTo(Problem.ofCell(ImportFault.CONFLICTING_ROWS, 3, "kön", "2"));
    }

    @Test
    void namesAMissingColumnAndReadsNothing() {
        ReadCases read = read(
                SheetExamples.text(folder, "ärende;öppnat;kön;månad;datum;dagar;anteckning\nA1;x;y;z;;;\n"),
                LONG,
                form());

        assertThat(only(read)).isEqualTo(Problem.ofCell(ImportFault.MISSING_COLUMN, 1, "hälsa", "hälsa"));
        assertThat(read.cases()).isEmpty();
    }

    @Test
    void findsAllProblemsAtOnce() {
        ReadCases read = read(file("A1;2025-02-30;9;0;;7;två;\nA2;2025-01-10;2;0;;8;3;\n"), LONG, form());

        assertThat(read.problems().list())
                .extracting(problem -> problem.row() + " " + problem.column())
                .containsExactlyInAnyOrder("2 öppnat", "2 kön", "2 hälsa", "2 dagar", "3 hälsa");
    }

    @Test
    void countsWhatIsBeyondTheList() {
        var rows = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            rows.append("A%d;2025-01-10;2;0;;7;2;\n".formatted(i));
        }

        ReadCases read = read(file(rows.toString()), LONG, form());

        assertThat(read.problems().list()).hasSize(1000);
        assertThat(read.problems().unlisted()).isEqualTo(500);
    }

    private static Mapping byNumber(NumbersInText numbersInText) {
        return new Mapping(
                "nummer",
                new InstrumentKey("prov"),
                Reading.DETECTED,
                new Shape.RowPerCase(List.of(Wave.BEFORE, new Wave("m6", Phase.DURING, 6, Optional.empty()))),
                new CaseColumn("personnummer", CaseColumn.Kind.PERSONAL_NUMBER),
                Map.of(
                        Trait.UNIT, Origin.constant(ExchangeExamples.UNIT.id().toString()),
                        Trait.OPENED, Origin.constant("2025-01-01"),
                        Trait.AGE, Origin.column("ålder"),
                        Trait.IDENTITY, Origin.column("skyddad")),
                List.of(
                        variable("mår0", "before", "halsa", Map.of()),
                        variable("mår6", "m6", "halsa", Map.of()),
                        variable("text", "before", "anteckning", Map.of())),
                List.of(new SupportColumns(
                        Origin.column("insats", Map.of("samtal", "counselling")), "från", Optional.of("till"))),
                Optional.empty(),
                numbersInText);
    }

    private Path numbers(String row) {
        return SheetExamples.text(folder, "personnummer;ålder;skyddad;mår0;mår6;text;insats;från;till\n" + row + "\n");
    }

    @Test
    void makesAPseudonymOfAPersonalNumberAndForgetsIt() {
        String number = TestNumbers.number(LocalDate.of(1980, 5, 17), 238);

        ReadCases read = read(
                numbers(number + ";44;nej;bra;dåligt;hej;samtal;2025-02-01;2025-03-01"),
                byNumber(NumbersInText.REFUSE),
                form());

        assertThat(read.problems().list()).isEmpty();
        ImportedCase one = read.cases().getFirst();
        assertThat(one.localId().value()).startsWith("P-").doesNotContain(number, number.substring(2));
        assertThat(one.birthYear()).isEqualTo(OptionalInt.of(1981));
        assertThat(one.visits()).hasSize(2);
        assertThat(one.given())
                .containsExactly(new ImportedCase.Given(
                        InterventionKind.COUNSELLING, LocalDate.of(2025, 2, 1), Optional.of(LocalDate.of(2025, 3, 1))));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, ålder, 116, AGE",
        "2025-01-01, ålder, -1, AGE",
        "1990-06-01, ålder, 120, AGE",
        "2025-01-01, född, 1909, BIRTH_YEAR",
        "2025-01-01, född, 2026, BIRTH_YEAR",
        "1990-06-01, född, 1995, BIRTH_YEAR"
    })
    void holdsAgeAndBirthYearAgainstTheOpeningAsForCasesOpenedByHand(
            LocalDate opened, String column, String value, ImportFault fault) {
        Path file = SheetExamples.text(
                folder,
                "ärende;öppnat;kön;månad;datum;hälsa;dagar;anteckning;%s\nA1;%s;;0;;1;;;%s\n"
                        .formatted(column, opened, value));
        Trait trait = fault == ImportFault.AGE ? Trait.AGE : Trait.BIRTH_YEAR;

        Problem problem = only(read(file, LONG.with(trait, Origin.column(column)), form()));

        assertThat(problem).isEqualTo(Problem.ofCell(fault, 2, column, value, "115"));
    }

    @Test
    void rowsOfTheSameSupportAreOneWithTheStopThatOneOfThemTells() {
        ReadCases read = read(supported("", "2025-05-01", ""), SUPPORT, form());

        assertThat(read.problems().list()).isEmpty();
        assertThat(read.cases().getFirst().given())
                .containsExactly(new ImportedCase.Given(
                        InterventionKind.COUNSELLING, LocalDate.of(2025, 2, 1), Optional.of(LocalDate.of(2025, 5, 1))));
    }

    @Test
    void namesRowsThatStopTheSameSupportOnDifferentDays() {
        assertThat(only(read(supported("2025-05-01", "2025-06-01"), SUPPORT, form())))
                .isEqualTo(Problem.ofCell(ImportFault.CONFLICTING_ROWS, 3, "till", "2"));
    }

    private static final Mapping SUPPORT = ExchangeExamples.with(
            LONG,
            new SupportColumns(Origin.column("insats", Map.of("samtal", "counselling")), "från", Optional.of("till")));

    private Path supported(String... stops) {
        var rows = new StringBuilder("ärende;öppnat;kön;månad;datum;hälsa;dagar;anteckning;insats;från;till\n");
        for (int i = 0; i < stops.length; i++) {
            rows.append("A1;2025-01-10;2;%d;;1;2,5;;samtal;2025-02-01;%s\n".formatted(i * 6, stops[i]));
        }
        return SheetExamples.text(folder, rows.toString());
    }

    private static final String TIMED = "ärende;öppnat;kön;månad;datum;hälsa;dagar;anteckning;slut\n";

    private static Mapping timed(TimeColumn.Kind kind, String column, Optional<String> date) {
        return ExchangeExamples.with(
                        LONG, new Shape.RowPerOccasion(new TimeColumn(column, kind, Map.of(), Phase.DURING, date)))
                .with(Trait.CLOSED, Origin.column("slut"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"under", "efter", "avslut"})
    void refusesAPhaseThatDoesNotTellWhen(String phase) {
        Path file = SheetExamples.text(
                folder, TIMED + "A1;2025-01-10;2;före;;1;2;;\nA1;2025-01-10;2;" + phase + ";;1;2;;\n");

        assertThat(only(read(file, timed(TimeColumn.Kind.PHASE, "månad", Optional.empty()), form())))
                .isEqualTo(Problem.ofCell(ImportFault.PHASE_WITHOUT_DATE, 3, "månad", phase));
        assertThat(only(read(file, timed(TimeColumn.Kind.PHASE, "månad", Optional.of("datum")), form())))
                .isEqualTo(Problem.ofCell(ImportFault.PHASE_WITHOUT_DATE, 3, "datum", phase));
    }

    @ParameterizedTest
    @CsvSource({"2025-05-01, 3", "2025-06-01, 6", "2025-09-20, 6", "2026-01-10, 12"})
    void aFollowUpToldByItsDayLiesInTheWaveItWouldLieInByHand(LocalDate day, int months) {
        Path file = SheetExamples.text(folder, TIMED + "A1;2025-01-10;2;under;%s;1;2;;\n".formatted(day));

        for (Mapping mapping : List.of(
                timed(TimeColumn.Kind.PHASE, "månad", Optional.of("datum")),
                timed(TimeColumn.Kind.DATE, "datum", Optional.empty()))) {
            ImportedCase.Visit visit =
                    read(file, mapping, form()).cases().getFirst().visits().getFirst();
            assertThat(visit.months()).isEqualTo(months);
            assertThat(visit.dated()).isTrue();
        }
    }

    @Test
    void twoDaysNearTheSamePlannedMonthAreTwoFollowUps() {
        Path file = SheetExamples.text(
                folder, TIMED + "A1;2025-01-10;2;;2025-06-10;1;2;;\nA1;2025-01-10;2;;2025-08-10;1;2;;\n");

        ReadCases read = read(file, timed(TimeColumn.Kind.DATE, "datum", Optional.empty()), form());

        assertThat(read.problems().list()).isEmpty();
        assertThat(read.cases().getFirst().visits())
                .extracting(ImportedCase.Visit::months)
                .containsExactly(6, 6);
    }

    @Test
    void monthsThatTheFileStatesAreKept() {
        ReadCases read = read(file("A1;2025-01-10;2;9;2025-10-20;1;2;\n"), LONG, form());

        assertThat(read.cases().getFirst().visits().getFirst().months()).isEqualTo(9);
    }

    @Test
    void takesNoSupportFromBeforeTheOpening() {
        String number = TestNumbers.number(LocalDate.of(1980, 5, 17), 238);

        ReadCases read =
                read(numbers(number + ";44;nej;bra;;;samtal;2024-12-31;"), byNumber(NumbersInText.REFUSE), form());

        assertThat(read.problems().list().getFirst())
                .isEqualTo(Problem.ofCell(ImportFault.SUPPORT_BEFORE_OPENING, 2, "från", "2024-12-31", "2025-01-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Råd och stöd", "råd och stöd", "counselling", "samtal"})
    void understandsKindsOfSupportByTheWordsOfTheScreens(String kind) {
        String number = TestNumbers.number(LocalDate.of(1980, 5, 17), 238);

        ReadCases read = read(
                numbers(number + ";44;nej;bra;;;" + kind + ";2025-02-01;"), byNumber(NumbersInText.REFUSE), form());

        assertThat(read.cases().getFirst().given().getFirst().kind()).isEqualTo(InterventionKind.COUNSELLING);
    }

    @ParameterizedTest
    @CsvSource({"19800517-2380, NUMBER_CHECK_DIGIT", "19800230-2389, NUMBER_DATE", "hej, NUMBER_FORM"})
    void saysWhatIsWrongWithAPersonalNumberWithoutQuotingIt(String number, ImportFault fault) {
        ReadCases read = read(numbers(number + ";44;nej;bra;;;;;"), byNumber(NumbersInText.REFUSE), form());

        assertThat(read.problems().list().getFirst()).isEqualTo(Problem.ofCell(fault, 2, "personnummer"));
    }

    @Test
    void keepsNothingThatPointsToAProtectedPerson() {
        String number = TestNumbers.number(LocalDate.of(1980, 5, 17), 238);

        ReadCases read = read(numbers(number + ";44;ja;bra;;;;;"), byNumber(NumbersInText.REFUSE), form());

        assertThat(read.cases().getFirst().identity()).isEqualTo(Identity.PROTECTED);
        assertThat(read.cases().getFirst().birthYear()).isEmpty();
    }

    @Test
    void refusesOrMasksNumbersInFreeText() {
        String number = TestNumbers.number(LocalDate.of(1980, 5, 17), 238);
        Path file = numbers(number + ";44;nej;bra;;Mamma är 800517-2385;;;");

        assertThat(read(file, byNumber(NumbersInText.REFUSE), form())
                        .problems()
                        .list()
                        .getFirst())
                .isEqualTo(Problem.ofCell(ImportFault.NUMBER_IN_TEXT, 2, "text"));
        ReadCases masked = read(file, byNumber(NumbersInText.MASK), form());
        assertThat(masked.stops()).isFalse();
        assertThat(masked.cases().getFirst().visits().getFirst().answers().find(new VariableKey("anteckning")))
                .contains(new Answer.Text("Mamma är [•••]"));
    }

    @Test
    void refusesAPersonalNumberInThePlaceOfALocalId() {
        ReadCases read = read(file("19800517-2385;2025-01-10;2;0;;1;2;\n"), LONG, form());

        assertThat(only(read)).isEqualTo(Problem.ofCell(ImportFault.ID_IS_PERSONAL_NUMBER, 2, "ärende"));
    }

    @Test
    void readsBackTheMappingItWrites() {
        for (Mapping mapping : List.of(LONG, byNumber(NumbersInText.MASK), GOALS)) {
            assertThat(MappingJson.read(MappingJson.write(mapping))).isEqualTo(mapping);
        }
    }

    private static final Mapping GOALS = ExchangeExamples.with(
            LONG,
            new GoalColumns(
                    Origin.constant("Ett lugnare liv"),
                    Origin.column("mål", Map.of("3", "fully-reached")),
                    Optional.of("nivå"),
                    Optional.of("bedömt"),
                    GasScale.FIVE_LEVELS));

    private Path goals(String... goals) {
        var rows = new StringBuilder("ärende;öppnat;kön;månad;datum;hälsa;dagar;anteckning;mål;nivå;bedömt\n");
        for (int i = 0; i < goals.length; i++) {
            rows.append("A1;2025-01-10;2;")
                    .append(i * 6)
                    .append(";;1;2,5;;")
                    .append(goals[i])
                    .append('\n');
        }
        return SheetExamples.text(folder, rows.toString());
    }

    @Test
    void readsTheOverallGoalWithItsRatings() {
        ReadCases read = read(goals("Inte nått;-1;2025-02-01", ";;", "3;;2025-09-01"), GOALS, form());

        assertThat(read.problems().list()).isEmpty();
        assertThat(read.cases().getFirst().overall())
                .contains(new ImportedCase.Aim(
                        "Ett lugnare liv",
                        GasScale.FIVE_LEVELS,
                        LocalDate.of(2025, 1, 10),
                        List.of(
                                new Goal.Rating(LocalDate.of(2025, 2, 1), GoalStep.NOT_REACHED, Optional.of(-1)),
                                new Goal.Rating(LocalDate.of(2025, 9, 1), GoalStep.FULLY_REACHED, Optional.empty()))));
    }

    @Test
    void aRatingWithoutADayIsOfTheLatestOccasion() {
        ReadCases read = read(goals(";;", "delvis;;"), GOALS, form());

        assertThat(read.cases().getFirst().overall().orElseThrow().ratings())
                .containsExactly(new Goal.Rating(LocalDate.of(2025, 7, 10), GoalStep.PARTLY_REACHED, Optional.empty()));
    }

    @Test
    void aFileWithoutRatingsSetsNoGoal() {
        assertThat(read(goals(";;"), GOALS, form()).cases().getFirst().overall())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nästan;;2025-02-01, UNKNOWN_CODE, mål",
        "delvis;3;2025-02-01, GOAL_LEVEL, nivå",
        "helt;-1;2025-02-01, GOAL_CONTRADICTION, nivå",
        ";1;2025-02-01, RATED_WITHOUT_STEP, nivå",
        "delvis;;2024-12-31, BEFORE_OPENING, bedömt",
        "delvis;;2025-02-30, IMPOSSIBLE_DATE, bedömt"
    })
    void namesWhatIsWrongWithARating(String goal, ImportFault fault, String column) {
        Problem problem = only(read(goals(goal), GOALS, form()));

        assertThat(problem.fault()).isEqualTo(fault);
        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem.row()).isEqualTo(2);
    }

    @Test
    void warnsOfPersonalNumbersInColumnsThatAreNotRead() {
        String number = TestNumbers.number(LocalDate.of(1980, 5, 17), 238);
        Path file = SheetExamples.text(
                folder,
                HEADER.strip() + ";övrigt\n" + FIRST.strip() + "hej;" + number + "\nA2;2025-01-10;2;0;;1;;;"
                        + number.replaceFirst("^..", "") + "\n");

        ReadCases read = read(file, LONG, form());

        assertThat(only(read)).isEqualTo(Problem.ofCell(ImportFault.NUMBER_IN_COLUMN, 2, "övrigt", "2", ""));
        assertThat(read.stops()).isFalse();
        assertThat(read.cases()).hasSize(2);
    }

    @Test
    void readsTenThousandRowsInTime() {
        var rows = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            rows.append("A%d;2025-01-10;2;%d;;1;2,5;En kort anteckning om läget\n".formatted(i / 2, i % 2 * 6));
        }
        Path file = file(rows.toString());
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();

        ReadCases read = read(file, LONG, form());

        assertThat(read.cases()).hasSize(5_000);
        assertThat((threads.getCurrentThreadCpuTime() - start) / 1_000_000).isLessThan(5_000);
    }
}
