package se.samsyn.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samsyn.indicator.IndicatorExamples.FETCHED;
import static se.samsyn.indicator.IndicatorExamples.group;
import static se.samsyn.indicator.IndicatorExamples.indicator;
import static se.samsyn.indicator.IndicatorExamples.value;
import static se.samsyn.indicator.IndicatorExamples.withGroups;
import static se.samsyn.indicator.IndicatorExamples.word;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import se.samsyn.SignedInAs;
import se.samsyn.access.Accounts;
import se.samsyn.access.Role;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.organisation.Organisations;
import se.samsyn.table.Where;

/** Deliveries against the real database: what is stored, what is seen to have changed, and what is refused whole. */
@SpringBootTest(properties = "samsyn.data=target/indicators", webEnvironment = SpringBootTest.WebEnvironment.NONE)
class IndicatorImportsIT {

    private static final Instant LATER = Instant.parse("2026-04-01T08:00:00Z");

    @Autowired
    private IndicatorImports imports;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Definitions definitions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organisations organisations;

    @Autowired
    private JdbcClient sql;

    private String source = "";
    private IndicatorKey key = new IndicatorKey("x");

    @BeforeEach
    void begin() {
        source = word();
        key = new IndicatorKey(word());
        catalogue.provide(IndicatorExamples.source(source));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private Arrived take(Delivery.Extent extent, Observation... values) {
        return imports.take(later(extent, List.of(values), List.of()), Optional.empty());
    }

    private Delivery later(Delivery.Extent extent, List<Observation> values, List<Observation> withdrawn) {
        return new Delivery(source, "prov.csv", LATER, extent, List.of(indicator(key, source)), (taker, gone) -> {
            values.forEach(taker);
            withdrawn.forEach(gone);
        });
    }

    /** Six values of all sorts. */
    private List<Observation> allSorts() {
        return List.of(
                value(key, "SE", 2024, Reading.of(0)),
                value(key, "20", 2024, Reading.of(-3.25)),
                value(key, "2080", 2023, new Reading.Known(41.7, Optional.of(new Reading.Base(10, 24)))),
                value(key, "2080", 2024, new Reading.Hidden()),
                Observation.of(key, Where.of("2080"), 2024, SexPart.WOMEN, new Reading.Missing()),
                Observation.of(key, Where.of("2080"), 2024, SexPart.MEN, new Reading.NotApplicable()));
    }

    private Arrived begun() {
        return imports.take(
                IndicatorExamples.delivery(source, Delivery.Extent.WHOLE, List.of(indicator(key, source)), allSorts()),
                Optional.empty());
    }

    private List<Observation> stored() {
        return catalogue.values(List.of(key));
    }

    @Test
    void storesADeliveryWhole() {
        Arrived arrived = begun();

        assertThat(stored()).containsExactlyInAnyOrderElementsOf(allSorts());
        assertThat(catalogue.find(key)).contains(indicator(key, source));
        assertThat(arrived)
                .returns(6L, Arrived::delivered)
                .returns(6L, Arrived::added)
                .returns(0L, Arrived::revised)
                .returns(0L, Arrived::withdrawn);
        assertThat(imports.latest()).anySatisfy(line -> {
            assertThat(line.id()).isEqualTo(arrived.id());
            assertThat(line.source()).isEqualTo(source);
            assertThat(line.name()).isEqualTo("prov.csv");
            assertThat(line.fetched()).isEqualTo(FETCHED);
            assertThat(line.added()).isEqualTo(6);
        });
        assertThat(catalogue.fetched(key)).contains(FETCHED);
    }

    @Test
    void storesGroupsAndHowManyPlacesAMeanIsOf() {
        Indicator grouped = withGroups(indicator(key, source), "low", "high");
        Observation mean =
                new Observation(key, Where.of("SE"), 2024, SexPart.ALL, "", Reading.of(7), OptionalInt.of(290));
        List<Observation> values = List.of(mean, group(key, "SE", 2024, "high", Reading.of(8)));

        imports.take(
                IndicatorExamples.delivery(source, Delivery.Extent.WHOLE, List.of(grouped), values), Optional.empty());

        assertThat(stored()).containsExactlyInAnyOrderElementsOf(values);
        assertThat(catalogue.find(key)).contains(grouped);
        imports.take(
                IndicatorExamples.delivery(
                        source, Delivery.Extent.PART, List.of(), List.of(group(key, "20", 2024, "low", Reading.of(9)))),
                Optional.empty());
        assertThat(stored()).hasSize(3);
    }

    @Test
    void theSameAgainChangesNothingButWhenItWasFetched() {
        begun();

        Arrived again = take(Delivery.Extent.WHOLE, allSorts().toArray(Observation[]::new));

        assertThat(again)
                .returns(6L, Arrived::delivered)
                .returns(0L, Arrived::added)
                .returns(0L, Arrived::revised)
                .returns(0L, Arrived::withdrawn);
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(allSorts());
        assertThat(catalogue.revisions(key, 100).first()).isEmpty();
        assertThat(catalogue.fetched(key)).contains(LATER);
    }

    @Test
    void tellsWhatWasRevisedWithTheOldAndTheNew() {
        begun();

        Arrived arrived = take(
                Delivery.Extent.PART,
                value(key, "SE", 2024, Reading.of(1)),
                value(key, "20", 2024, new Reading.Hidden()),
                value(key, "2080", 2024, Reading.of(5)),
                Observation.of(key, Where.of("2080"), 2024, SexPart.WOMEN, new Reading.Hidden()));

        assertThat(arrived)
                .returns(0L, Arrived::added)
                .returns(4L, Arrived::revised)
                .returns(0L, Arrived::withdrawn);
        assertThat(catalogue.revisions(key, 100).first())
                .containsExactlyInAnyOrder(
                        revision("SE", SexPart.ALL, Reading.of(0), Reading.of(1)),
                        revision("20", SexPart.ALL, Reading.of(-3.25), new Reading.Hidden()),
                        revision("2080", SexPart.ALL, new Reading.Hidden(), Reading.of(5)),
                        revision("2080", SexPart.WOMEN, new Reading.Missing(), new Reading.Hidden()));
        assertThat(stored())
                .hasSize(6)
                .contains(
                        value(key, "SE", 2024, Reading.of(1)),
                        value(key, "20", 2024, new Reading.Hidden()),
                        value(key, "2080", 2024, Reading.of(5)));
    }

    private static Revision revision(String place, SexPart sex, Reading before, Reading now) {
        return new Revision(Where.of(place), 2024, sex, "", before, Optional.of(now), LATER);
    }

    @Test
    void aBaseThatCameLaterIsNoRevision() {
        begun();
        Reading based = new Reading.Known(0, Optional.of(new Reading.Base(0, 900)));

        Arrived arrived = take(Delivery.Extent.PART, value(key, "SE", 2024, based));

        assertThat(arrived.revised()).isZero();
        assertThat(stored()).contains(value(key, "SE", 2024, based));
    }

    @Test
    void addsWhatIsNew() {
        begun();

        Arrived arrived = take(
                Delivery.Extent.PART,
                value(key, "2080", 2025, Reading.of(1)),
                value(key, "2062", 2024, new Reading.Missing()));

        assertThat(arrived).returns(2L, Arrived::added).returns(0L, Arrived::withdrawn);
        assertThat(stored()).hasSize(8);
        assertThat(catalogue.revisions(key, 100).first()).isEmpty();
    }

    @Test
    void aWholeDeliveryTakesAwayWhatItDoesNotHaveOfItsOwnIndicatorsAlone() {
        begun();
        IndicatorKey other = new IndicatorKey(word());
        Observation others = value(other, "2080", 2024, Reading.of(3));
        imports.take(
                IndicatorExamples.delivery(
                        source, Delivery.Extent.WHOLE, List.of(indicator(other, source)), List.of(others)),
                Optional.empty());

        Arrived arrived = take(Delivery.Extent.WHOLE, allSorts().subList(0, 4).toArray(Observation[]::new));

        assertThat(arrived).returns(2L, Arrived::withdrawn).returns(0L, Arrived::revised);
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(allSorts().subList(0, 4));
        assertThat(catalogue.revisions(key, 100).first())
                .containsExactlyInAnyOrder(
                        withdrawn(SexPart.WOMEN, new Reading.Missing()),
                        withdrawn(SexPart.MEN, new Reading.NotApplicable()));
        assertThat(catalogue.values(List.of(other))).containsExactly(others);
    }

    @Test
    void ofItsYearsAndPlacesNothingElseGoes() {
        Observation older = value(key, "2080", 2020, Reading.of(1));
        Observation elsewhere = value(key, "2062", 2024, Reading.of(2));
        Observation kept = value(key, "2080", 2024, Reading.of(3));
        Observation gone = Observation.of(key, Where.of("2080"), 2024, SexPart.WOMEN, Reading.of(4));
        Observation region = value(key, "20", 2024, Reading.of(5));
        imports.take(
                IndicatorExamples.delivery(
                        source,
                        Delivery.Extent.WHOLE,
                        List.of(indicator(key, source)),
                        List.of(older, elsewhere, kept, gone, region)),
                Optional.empty());

        assertThat(take(Delivery.Extent.OF_ITS_PLACES, kept)).returns(1L, Arrived::withdrawn);
        assertThat(stored()).containsExactlyInAnyOrder(older, elsewhere, kept, region);
        assertThat(take(Delivery.Extent.OF_ITS_YEARS, kept)).returns(1L, Arrived::withdrawn);
        assertThat(stored()).containsExactlyInAnyOrder(older, kept, region);
    }

    @Test
    void whatOneSourceTellsAnotherDoesNotTell() {
        begun();
        String other = word();
        catalogue.provide(IndicatorExamples.source(other));
        Observation value = value(key, "2080", 2030, Reading.of(1));

        refused(IndicatorExamples.delivery(other, Delivery.Extent.PART, List.of(indicator(key, other)), List.of()))
                .hasMessageContaining("kommer från källan " + source);
        refused(IndicatorExamples.delivery(other, Delivery.Extent.PART, List.of(), List.of(value)))
                .hasMessageContaining("kommer från källan " + source);
        assertThat(stored()).doesNotContain(value);
    }

    @Test
    void ofAPartOnlyWhatIsSaidToBeWithdrawnGoes() {
        begun();

        Arrived arrived = imports.take(
                later(Delivery.Extent.PART, List.of(), List.of(allSorts().get(3))), Optional.empty());

        assertThat(arrived)
                .returns(0L, Arrived::delivered)
                .returns(1L, Arrived::withdrawn)
                .returns(0L, Arrived::added);
        assertThat(stored()).hasSize(5).doesNotContain(allSorts().get(3));
        assertThat(catalogue.revisions(key, 100).first()).containsExactly(withdrawn(SexPart.ALL, new Reading.Hidden()));
    }

    private static Revision withdrawn(SexPart sex, Reading before) {
        return new Revision(Where.of("2080"), 2024, sex, "", before, Optional.empty(), LATER);
    }

    @Test
    void whatComesBackIsNewAgain() {
        begun();
        take(Delivery.Extent.WHOLE, allSorts().subList(0, 5).toArray(Observation[]::new));

        Arrived arrived = take(Delivery.Extent.WHOLE, allSorts().toArray(Observation[]::new));

        assertThat(arrived).returns(1L, Arrived::added).returns(0L, Arrived::revised);
        assertThat(stored()).hasSize(6);
    }

    @Test
    void keepsValuesOfUnitsBesideThoseOfPlaces() {
        Observation ofUnit =
                IndicatorExamples.unit(key, SignedInAs.unit(organisations).id(), 2024, Reading.of(12));
        begun();

        take(Delivery.Extent.PART, ofUnit);

        assertThat(stored()).hasSize(7).contains(ofUnit);
    }

    @Test
    void refusesAPlaceThatIsNotThereAndStoresNothing() {
        refused(List.of(value(key, "2080", 2024, Reading.of(1)), value(key, "9999", 2024, Reading.of(1))))
                .hasMessageContainingAll("9999", key.value(), "Rätta koden");
        refused(List.of(value(key, "u-00000000-0000-0000-0000-000000009999", 2024, Reading.of(1))))
                .hasMessageContaining("ingen plats u-00000000-0000-0000-0000-000000009999");
    }

    @Test
    void refusesAnIndicatorThatNobodyHasDescribed() {
        IndicatorKey unknown = new IndicatorKey(word());
        refused(List.of(value(key, "2080", 2024, Reading.of(1)), value(unknown, "2080", 2024, Reading.of(1))))
                .hasMessageContainingAll(unknown.value(), "Läs först in listan över indikatorer");
    }

    @Test
    void refusesAYearThatIsNone() {
        refused(List.of(value(key, "2080", 20241, Reading.of(1)))).hasMessageContainingAll("20241", "Rätta året");
        refused(List.of(value(key, "2080", 24, Reading.of(1)))).hasMessageContainingAll("24", "Rätta året");
    }

    @Test
    void refusesAGroupThatTheIndicatorDoesNotHave() {
        IndicatorKey other = new IndicatorKey(word());
        Delivery delivery = IndicatorExamples.delivery(
                source,
                Delivery.Extent.WHOLE,
                List.of(indicator(key, source), withGroups(indicator(other, source), "low")),
                List.of(group(key, "2080", 2024, "low", Reading.of(1))));
        refused(delivery).hasMessageContainingAll("Gruppen low", key.value(), "Beskriv den");
    }

    @Test
    void refusesTheSameValueTwice() {
        refused(List.of(value(key, "2080", 2024, Reading.of(1)), value(key, "2080", 2024, Reading.of(1))))
                .hasMessageContainingAll(key.value(), "2080", "2024", "två gånger", "Ta bort");
    }

    @Test
    void refusesASourceThatNobodyHasPutUp() {
        refused(IndicatorExamples.delivery(
                        "finns-inte", Delivery.Extent.WHOLE, List.of(indicator(key, "finns-inte")), allSorts()))
                .hasMessageContainingAll("finns-inte", "Lägg först upp den");
    }

    private AbstractThrowableAssert<?, ?> refused(List<Observation> values) {
        return refused(
                IndicatorExamples.delivery(source, Delivery.Extent.WHOLE, List.of(indicator(key, source)), values));
    }

    private AbstractThrowableAssert<?, ?> refused(Delivery delivery) {
        String before = everything();
        var thrown = assertThatThrownBy(() -> imports.take(delivery, Optional.empty()))
                .isInstanceOf(Delivery.Refused.class);
        assertThat(everything()).isEqualTo(before);
        return thrown;
    }

    /** How many indicators, groups, values, revisions and imports there are. */
    private String everything() {
        return sql.sql("""
                select concat_ws(' ', (select count(*) from indicator_indicator), (select count(*) from indicator_group),
                    (select count(*) from indicator_value), (select count(*) from indicator_revision),
                    (select count(*) from indicator_import), (select count(*) from indicator_incoming))
                """).query(String.class).single();
    }

    @Test
    void afterAFeedThatStopsInTheMiddleNothingIsChangedAndTheNextIsTaken() {
        begun();
        String before = everything();
        Delivery broken = new Delivery(
                source, "prov.csv", LATER, Delivery.Extent.WHOLE, List.of(indicator(key, source)), (taker, _) -> {
                    for (int year = 1900; year < 2000; year++) {
                        for (int number = 0; number < 50; number++) {
                            taker.accept(value(key, "2080", year, Reading.of(number)));
                        }
                    }
                    throw new Delivery.Refused("Filen tog slut.");
                });

        assertThatThrownBy(() -> imports.take(broken, Optional.empty())).hasMessage("Filen tog slut.");

        assertThat(everything()).isEqualTo(before);
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(allSorts());
        assertThat(take(Delivery.Extent.PART, value(key, "2080", 2025, Reading.of(1)))
                        .added())
                .isEqualTo(1);
    }

    @Test
    void whatUsersHaveDecidedStandsWhenTheIndicatorComesAgain() {
        begun();
        IndicatorKey base = new IndicatorKey(word());
        imports.take(
                IndicatorExamples.delivery(source, Delivery.Extent.WHOLE, List.of(indicator(base, source)), List.of()),
                Optional.empty());
        IndicatorExamples.signIn(accounts, Role.QUALITY_DEVELOPER, new PlaceCode("2080"), Optional.empty());
        catalogue.decide(key, Wanted.LOW, Optional.of(base));
        catalogue.mark(key, new Break(2020, "Ny lag"));

        Indicator renamed = IndicatorExamples.titled(key, source, "Nytt namn", "Ny beskrivning");
        imports.take(
                IndicatorExamples.delivery(source, Delivery.Extent.WHOLE, List.of(renamed), allSorts()),
                Optional.empty());

        assertThat(catalogue.find(key)).hasValueSatisfying(known -> {
            assertThat(known.title()).isEqualTo("Nytt namn");
            assertThat(known.wanted()).isEqualTo(Wanted.LOW);
            assertThat(known.base()).contains(base);
        });
        assertThat(catalogue.breaks(key)).containsExactly(new Break(2020, "Ny lag"));
    }

    @Test
    void noSourceTakesTheNameOrTheValuesOfWhatIsComputedHere() {
        catalogue.provide(IndicatorExamples.source(Definitions.SOURCE));
        IndicatorExamples.signIn(accounts, Role.QUALITY_DEVELOPER, new PlaceCode("2080"), Optional.empty());
        Indicator own = IndicatorExamples.own(key, new PlaceCode("2080"), Scale.COUNT);
        definitions.define(
                own,
                new Definition(
                        "vald",
                        Definition.Statistic.COUNT,
                        "",
                        "",
                        "",
                        Optional.empty(),
                        Definition.Inhabitants.END_OF_YEAR),
                2020);

        refused(allSorts()).hasMessageContainingAll(key.value(), "egen", "Byt namn");
        refused(IndicatorExamples.delivery(source, Delivery.Extent.PART, List.of(), allSorts()))
                .hasMessageContainingAll(key.value(), "räknas fram här", "Byt namn");
        assertThat(catalogue.find(key)).contains(own);
    }

    @Test
    void twoAtOnceWaitForEachOther() throws InterruptedException, ExecutionException {
        List<String> order = new ArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Observation one = value(key, "2080", 2024, Reading.of(1));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Arrived> first = threads.submit(() -> imports.take(
                    feed((taker, _) -> {
                        begun.countDown();
                        taker.accept(one);
                        await(goOn);
                        order.add("first");
                    }),
                    Optional.empty()));
            await(begun);
            Future<Arrived> second = threads.submit(() -> imports.take(
                    feed((taker, _) -> {
                        order.add("second");
                        taker.accept(one);
                    }),
                    Optional.empty()));
            TimeUnit.MILLISECONDS.sleep(500);
            assertThat(second.isDone()).isFalse();
            assertThat(order).isEmpty();
            goOn.countDown();

            assertThat(first.get().added()).isEqualTo(1);
            assertThat(second.get().added()).isZero();
            assertThat(order).containsExactly("first", "second");
            assertThat(stored()).containsExactly(one);
        }
    }

    private Delivery feed(Delivery.Feed feed) {
        return new Delivery(source, "prov.csv", FETCHED, Delivery.Extent.WHOLE, List.of(indicator(key, source)), feed);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
