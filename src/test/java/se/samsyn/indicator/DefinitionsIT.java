package se.samsyn.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static se.samsyn.indicator.IndicatorExamples.value;
import static se.samsyn.indicator.IndicatorExamples.word;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import se.samsyn.access.Accounts;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Role;
import se.samsyn.engine.Warehouse;
import se.samsyn.indicator.RowsAtHand.Person;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisation;
import se.samsyn.organisation.OrganisationKind;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.ServiceArea;
import se.samsyn.organisation.Unit;
import se.samsyn.organisation.UnitKind;
import se.samsyn.table.Where;

/** Own indicators, computed from blurred crossings of made-up persons whose true figures the test knows. */
@SpringBootTest(
        properties = {"samsyn.data=target/indicators", "samsyn.engine.memory=512"},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(DefinitionsIT.Persons.class)
class DefinitionsIT {

    private static final PlaceCode FALUN = new PlaceCode("2080");

    /** Noise is five at most, and a count is moved four at most to make the parts of a whole add up. */
    private static final double NOISE = 9;

    private static final int SMALL = 3;

    @Autowired
    private Definitions definitions;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private IndicatorImports imports;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Clock clock;

    @Autowired
    private RowsAtHand rows;

    private IndicatorKey key = new IndicatorKey("x");
    private InstrumentKey set = new InstrumentKey("xx");
    private List<Unit> units = List.of();
    private List<Integer> years = List.of();
    private List<Person> persons = List.of();

    @TestConfiguration
    static class Persons {
        @Bean
        @Order(0) // found before the cases of other tests are read
        RowsAtHand rowsAtHand(Warehouse warehouse) {
            return new RowsAtHand(warehouse);
        }
    }

    @BeforeEach
    void fill() {
        key = new IndicatorKey(word());
        set = new InstrumentKey(word());
        int now = LocalDate.now(clock).getYear();
        years = List.of(now - 3, now - 2, now - 1);
        units = List.of(unit("2080"), unit("2062"), unit("2480"), unit("2080"));
        persons = persons();
        rows.keep(set, units, years, persons);
        catalogue.provide(IndicatorExamples.source(Definitions.SOURCE));
        IndicatorExamples.signIn(accounts, Role.QUALITY_DEVELOPER, FALUN, Optional.empty());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private Unit unit(String municipality) {
        PlaceCode place = new PlaceCode(municipality);
        Organisation board = organisations.found("Nämnd " + word(), OrganisationKind.MUNICIPAL, place);
        return organisations.open(board, "Enhet", UnitKind.AUTHORITY, ServiceArea.VIOLENCE, place);
    }

    /** Many in three units, twelve of each sex and year in the fourth, and some of whom the year or the sex is not told. */
    private List<Person> persons() {
        SplittableRandom random = new SplittableRandom(11);
        List<Person> made = new ArrayList<>();
        for (int number = 0; number < 5000; number++) {
            SexPart sex = number % 50 == 0 ? SexPart.ALL : random.nextInt(3) > 0 ? SexPart.WOMEN : SexPart.MEN;
            int year = number % 97 == 0 ? 0 : years.get(random.nextInt(3));
            made.add(person(number, random.nextInt(SMALL), sex, year, random));
        }
        for (int number = 0; number < 72; number++) {
            SexPart sex = number % 2 == 0 ? SexPart.WOMEN : SexPart.MEN;
            made.add(person(10_000 + number, SMALL, sex, years.get(number % 3), random));
        }
        return made;
    }

    private Person person(int number, int unit, SexPart sex, int year, SplittableRandom random) {
        return new Person(
                number,
                unit,
                sex,
                year,
                years.get(random.nextInt(3)),
                random.nextInt(10) < 4 + unit,
                random.nextInt(101));
    }

    private Definition definition(Definition.Statistic statistic, String among, String counted, String number) {
        return new Definition(
                set.value(), statistic, among, counted, number, Optional.empty(), Definition.Inhabitants.END_OF_YEAR);
    }

    private Definitions.Computed compute(Scale scale, Definition definition) {
        definitions.define(IndicatorExamples.own(key, FALUN, scale), definition, 2000);
        return definitions.compute(key);
    }

    private List<Observation> values() {
        return catalogue.values(List.of(key));
    }

    /** The persons a value is about. */
    private Stream<Person> of(Observation value) {
        Predicate<Person> there = switch (value.place()) {
            case Where.Area area ->
                person -> area.code().contains(units.get(person.unit()).municipality());
            case Where.OneUnit unit -> person -> units.get(person.unit()).id().equals(unit.id());
        };
        return persons.stream()
                .filter(there)
                .filter(person -> value.sex() == SexPart.ALL || person.sex() == value.sex());
    }

    private static double number(Observation value) {
        return ((Reading.Known) value.reading()).value();
    }

    /** Four units, three municipalities, two regions and the nation, for three years, women and men and all. */
    private void areEverywhere(List<Observation> values) {
        assertThat(values).hasSize((units.size() + 3 + 2 + 1) * years.size() * SexPart.values().length);
        assertThat(values.stream().map(Observation::place).distinct())
                .contains(
                        Where.of("SE"),
                        Where.of("20"),
                        Where.of("24"),
                        Where.of("2080"),
                        Where.of("2062"),
                        Where.of("2480"),
                        new Where.OneUnit(units.getFirst().id()));
    }

    private void areNear(List<Observation> values, ToDoubleFunction<Observation> truth) {
        assertThat(values)
                .allSatisfy(value -> assertThat(number(value)).isCloseTo(truth.applyAsDouble(value), within(NOISE)));
    }

    @Test
    void countsEverywhereNearlyRight() {
        Definitions.Computed computed =
                compute(Scale.COUNT, definition(Definition.Statistic.COUNT, "", "result=yes", ""));

        assertThat(computed.unanswered()).isEmpty();
        assertThat(computed.values()).isEqualTo(values().size());
        areEverywhere(values());
        areNear(
                values(),
                value -> of(value)
                        .filter(person -> person.year() == value.year() && person.result())
                        .count());
    }

    @Test
    void computedAgainNothingIsChanged() {
        compute(Scale.COUNT, definition(Definition.Statistic.COUNT, "", "result=yes", ""));
        List<Observation> first = values();
        rows.keep(set, units, years, persons.reversed());

        assertThat(definitions.compute(key).values()).isEqualTo(first.size());

        assertThat(values()).isEqualTo(first);
        assertThat(catalogue.revisions(key, 100).first()).isEmpty();
        assertThat(imports.latest().getFirst())
                .returns(key.value(), Arrived::name)
                .returns(0L, Arrived::added)
                .returns(0L, Arrived::revised)
                .returns(0L, Arrived::withdrawn);
    }

    @Test
    void whatHasChangedIsSeenAsRevised() {
        compute(Scale.COUNT, definition(Definition.Statistic.COUNT, "", "result=yes", ""));
        List<Observation> first = values();
        persons = persons.stream()
                .map(person -> person.unit() == 1 && person.year() == years.getLast()
                        ? new Person(
                                person.number(), 1, person.sex(), person.year(), person.closed(), true, person.points())
                        : person)
                .toList();
        rows.keep(set, units, years, persons);

        definitions.compute(key);

        assertThat(catalogue.revisions(key, 100).first()).isNotEmpty().allSatisfy(revision -> {
            assertThat(first)
                    .contains(
                            Observation.of(key, revision.place(), revision.year(), revision.sex(), revision.before()));
            assertThat(values())
                    .contains(Observation.of(
                            key,
                            revision.place(),
                            revision.year(),
                            revision.sex(),
                            revision.now().orElseThrow()));
        });
        Where there = new Where.OneUnit(units.get(1).id());
        assertThat(catalogue.revisions(key, 100).first())
                .filteredOn(revision -> moved(revision) > 2 * NOISE)
                .extracting(Revision::place, Revision::year)
                .contains(tuple(there, years.getLast()))
                .isSubsetOf(Stream.of(there, Where.of("2062"), Where.of("20"), Where.of("SE"))
                        .map(place -> tuple(place, years.getLast()))
                        .toList());
    }

    private static double moved(Revision revision) {
        return revision.before() instanceof Reading.Known before
                        && revision.now().orElseThrow() instanceof Reading.Known now
                ? Math.abs(now.value() - before.value())
                : 0;
    }

    @Test
    void sharesHaveTheirPartsAndAreNotOfFew() {
        Definitions.Computed computed =
                compute(Scale.PERCENT, definition(Definition.Statistic.SHARE, "", "result=yes", ""));

        assertThat(computed.unanswered()).isEmpty();
        areEverywhere(values());
        Where small = new Where.OneUnit(units.get(SMALL).id());
        assertThat(values().stream()
                        .filter(value -> value.place().equals(small))
                        .filter(value -> value.sex() != SexPart.ALL))
                .hasSize(6)
                .extracting(Observation::reading)
                .containsOnly(new Reading.NotApplicable());
        assertThat(values()).filteredOn(value -> !value.place().equals(small)).allSatisfy(value -> {
            Reading.Base base = ((Reading.Known) value.reading()).base().orElseThrow();
            List<Person> all =
                    of(value).filter(person -> person.year() == value.year()).toList();
            assertThat(base.whole()).isCloseTo(all.size(), within(NOISE));
            assertThat(base.part())
                    .isCloseTo((double) all.stream().filter(Person::result).count(), within(NOISE));
            assertThat(number(value)).isCloseTo(100 * base.part() / base.whole(), within(0.0501));
        });
    }

    @Test
    void selectsByTheCalendarYearWhereTheDefinitionSaysSo() {
        compute(Scale.COUNT, definition(Definition.Statistic.COUNT, "closed={year}", "result=yes", ""));

        areEverywhere(values());
        areNear(
                values(),
                value -> of(value)
                        .filter(person -> person.closed() == value.year() && person.result())
                        .count());
    }

    @Test
    void sharesBySelectionAreOfThoseSelected() {
        compute(Scale.PERCENT, definition(Definition.Statistic.SHARE, "closed={year}", "result=yes", ""));

        Observation nation = values().stream()
                .filter(value -> value.place().equals(Where.of("SE")) && value.sex() == SexPart.ALL)
                .findFirst()
                .orElseThrow();
        Reading.Base base = ((Reading.Known) nation.reading()).base().orElseThrow();
        assertThat(base.whole())
                .isCloseTo(
                        (double) persons.stream()
                                .filter(person -> person.closed() == nation.year())
                                .count(),
                        within(NOISE));
    }

    @Test
    void averages() {
        compute(Scale.MEAN, definition(Definition.Statistic.MEAN, "result=yes", "", "points"));

        assertThat(values())
                .filteredOn(value -> value.reading() instanceof Reading.Known)
                .hasSizeGreaterThan(50)
                .allSatisfy(value -> {
                    double[] points = points(value);
                    double mean = IntStream.range(0, points.length)
                            .mapToDouble(at -> points[at])
                            .average()
                            .orElseThrow();
                    assertThat(number(value)).isCloseTo(mean, within(0.06 + NOISE * 100 / points.length));
                });
        assertThat(values()).extracting(Observation::reading).doesNotContain(new Reading.Missing());
    }

    @Test
    void takesMedians() {
        compute(Scale.MEDIAN, definition(Definition.Statistic.MEDIAN, "", "", "points"));

        assertThat(values())
                .filteredOn(value -> value.place() instanceof Where.Area && value.sex() == SexPart.ALL)
                .hasSize(18)
                .allSatisfy(value -> assertThat(number(value)).isBetween(30.0, 70.0));
    }

    private double[] points(Observation value) {
        return of(value)
                .filter(person -> person.year() == value.year() && person.result())
                .mapToDouble(Person::points)
                .toArray();
    }

    /** Inhabitants of Falun and the nation by year, from the year before the first. */
    private IndicatorKey population() {
        return population(60_000);
    }

    private IndicatorKey population(double falun) {
        String source = word();
        IndicatorKey population = new IndicatorKey(word());
        catalogue.provide(IndicatorExamples.source(source));
        List<Observation> values = new ArrayList<>();
        for (int number = -1; number < years.size(); number++) {
            int year = years.getFirst() + number;
            values.add(value(population, "2080", year, Reading.of(falun == 0 ? 0 : falun + 1000 * number)));
            values.add(value(population, "SE", year, Reading.of(10_000_000)));
        }
        values.add(value(population, "2062", years.getFirst(), new Reading.Missing()));
        imports.take(
                IndicatorExamples.delivery(
                        source,
                        Delivery.Extent.WHOLE,
                        List.of(IndicatorExamples.indicator(population, source)),
                        values),
                Optional.empty());
        return population;
    }

    private void rates(Definition.Inhabitants inhabitants) {
        compute(
                Scale.PER_10000,
                new Definition(
                        set.value(),
                        Definition.Statistic.RATE,
                        "",
                        "result=yes",
                        "",
                        Optional.of(population()),
                        inhabitants));
    }

    private Map<Integer, Reading.Known> falun() {
        return values().stream()
                .filter(value -> value.place().equals(Where.of("2080")) && value.sex() == SexPart.ALL)
                .collect(Collectors.toMap(Observation::year, value -> (Reading.Known) value.reading()));
    }

    @Test
    void ratesAreOfTheInhabitantsAtTheEndOfTheYear() {
        rates(Definition.Inhabitants.END_OF_YEAR);

        assertThat(values().stream().map(Observation::place)).noneMatch(Where.OneUnit.class::isInstance);
        falun().forEach((year, rate) -> {
            Reading.Base base = rate.base().orElseThrow();
            assertThat(base.whole()).isEqualTo(60_000 + 1000.0 * years.indexOf(year));
            assertThat(rate.value()).isCloseTo(10_000 * base.part() / base.whole(), within(0.0501));
            assertThat(base.part())
                    .isCloseTo(
                            (double) persons.stream()
                                    .filter(person -> person.result() && person.year() == year)
                                    .filter(person -> units.get(person.unit())
                                            .municipality()
                                            .equals(FALUN))
                                    .count(),
                            within(NOISE));
        });
        assertThat(falun()).hasSize(3);
        assertThat(values())
                .filteredOn(value -> value.place().equals(Where.of("2062")) || value.sex() != SexPart.ALL)
                .extracting(Observation::reading)
                .containsOnly(new Reading.Missing());
    }

    /** A population of nought, or of fewer than those counted, makes no rate; whoever defined it is told where. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void aPopulationThatCannotBeTheOneMakesNoRateAndIsSaid(double inhabitants) {
        var rate = new Definition(
                set.value(),
                Definition.Statistic.RATE,
                "",
                "",
                "",
                Optional.of(population(inhabitants)),
                Definition.Inhabitants.END_OF_YEAR);

        Definitions.Computed computed = compute(Scale.PER_10000, rate);

        assertThat(computed.unanswered())
                .anySatisfy(why -> assertThat(why.sv()).contains("Falun", "noll eller mindre än de som räknas"));
        assertThat(values())
                .filteredOn(value -> value.place().equals(Where.of("2080"))
                        && value.sex() == SexPart.ALL
                        && value.year() == years.getFirst())
                .singleElement()
                .satisfies(value -> assertThat(value.reading()).isInstanceOf(Reading.Missing.class));
        assertThat(values())
                .filteredOn(value ->
                        value.place().level() == Level.REGION || value.place().level() == Level.NATION)
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value.reading()).isInstanceOf(Reading.Missing.class));
    }

    @Test
    void anOwnOneIsTakenAwayWithItsValuesUnlessOthersUseIt() {
        compute(Scale.COUNT, definition(Definition.Statistic.COUNT, "", "result=yes", ""));
        catalogue.provideUse(key, new PlaceCode("2062"));
        assertThat(catalogue.users(key)).containsExactly(new PlaceCode("2062"));
        assertThat(definitions.remove(key)).isEqualTo(Definitions.Removal.RELIED_ON);
        assertThat(values()).isNotEmpty();

        IndicatorKey other = new IndicatorKey(word());
        definitions.define(
                IndicatorExamples.own(other, FALUN, Scale.COUNT),
                definition(Definition.Statistic.COUNT, "", "result=yes", ""),
                2000);
        definitions.compute(other);
        assertThat(definitions.remove(other)).isEqualTo(Definitions.Removal.DONE);
        assertThat(catalogue.find(other)).isEmpty();
        assertThat(catalogue.values(List.of(other))).isEmpty();
        assertThatThrownBy(() -> definitions.remove(other)).isInstanceOf(NotFoundOrDenied.class);
    }

    @Test
    void ratesAreOfTheMeanOfTwoYearEndsWhereTheDefinitionSaysSo() {
        rates(Definition.Inhabitants.MEAN_OF_TWO_YEAR_ENDS);

        assertThat(falun()).hasSize(3);
        falun().forEach((year, rate) -> {
            Reading.Base base = rate.base().orElseThrow();
            assertThat(base.whole()).isEqualTo(59_500 + 1000.0 * years.indexOf(year));
            assertThat(rate.value()).isCloseTo(10_000 * base.part() / base.whole(), within(0.0501));
        });
    }

    @Test
    void yearsBeforeANewVersionKeepTheOldDefinition() {
        compute(Scale.COUNT, definition(Definition.Statistic.COUNT, "", "result=yes", ""));
        List<Observation> first = values();
        int last = years.getLast();
        Definition other = definition(Definition.Statistic.COUNT, "", "result=no", "");

        definitions.define(IndicatorExamples.own(key, FALUN, Scale.COUNT), other, last);
        definitions.compute(key);

        assertThat(definitions.of(key))
                .extracting(
                        Definition.Version::number,
                        Definition.Version::from,
                        version -> version.to().orElse(9999))
                .containsExactly(tuple(1, 2000, last - 1), tuple(2, last, 9999));
        assertThat(values().stream().filter(value -> value.year() < last).toList())
                .isEqualTo(first.stream().filter(value -> value.year() < last).toList());
        areNear(
                values().stream().filter(value -> value.year() == last).toList(),
                value -> of(value)
                        .filter(person -> person.year() == last && !person.result())
                        .count());
        assertThat(catalogue.revisions(key, 100).first())
                .isNotEmpty()
                .extracting(Revision::year)
                .containsOnly(last);
    }

    @Test
    void aVersionFromTheSameYearTakesThePlaceOfTheOneBefore() {
        Definition first = definition(Definition.Statistic.COUNT, "", "result=yes", "");
        Definition second = definition(Definition.Statistic.COUNT, "", "result=no", "");
        Indicator own = IndicatorExamples.own(key, FALUN, Scale.COUNT);
        definitions.define(own, first, 2010);
        definitions.define(own, second, 2015);
        definitions.define(own, first, 2012);

        assertThat(definitions.of(key))
                .extracting(Definition.Version::number, Definition.Version::from, Definition.Version::definition)
                .containsExactly(tuple(1, 2010, first), tuple(3, 2012, first));
        assertThat(definitions.computed()).contains(key);
    }

    @Test
    void saysWhyWhatCannotBeAnsweredIsNotAndKeepsWhatWasThere() {
        compute(Scale.COUNT, definition(Definition.Statistic.COUNT, "", "result=yes", ""));
        List<Observation> first = values();
        rows.keep(new InstrumentKey(word()), units, years, persons);

        Definitions.Computed computed = definitions.compute(key);

        assertThat(computed.values()).isZero();
        assertThat(computed.unanswered())
                .singleElement()
                .satisfies(why -> assertThat(why.sv()).contains(set.value()));
        assertThat(values()).isEqualTo(first);
    }

    @Test
    void whatComesWithTheProgramIsNotChangedWhereItIs() {
        Indicator provided = IndicatorExamples.indicator(key, Definitions.SOURCE);
        definitions.provide(provided, definition(Definition.Statistic.COUNT, "", "result=yes", ""), 2000);
        definitions.provide(provided, definition(Definition.Statistic.COUNT, "", "result=no", ""), 2010);

        assertThat(definitions.of(key)).singleElement().returns(2000, Definition.Version::from);
        SecurityContextHolder.clearContext();
        assertThat(definitions.compute(key).values()).isPositive();
    }
}
