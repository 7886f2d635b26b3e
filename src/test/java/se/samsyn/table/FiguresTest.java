package se.samsyn.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Sex;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Case;
import se.samsyn.table.source.Course;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.DatasetBuilder;
import se.samsyn.table.source.Listed;
import se.samsyn.table.source.PlaceMark;
import se.samsyn.table.source.Step;
import se.samsyn.table.source.UnitPlace;
import se.samsyn.table.source.Wave;

/**
 * Every kind of table on 24 cases that were counted by hand. Twelve women began in the street: six came to their own home, two stayed,
 * two were not met again, two were met and did not answer. Of twelve men eight began in shared housing, where four came to their own
 * home, two stayed and two came to the street; four had their own home and kept it.
 */
class FiguresTest {

    private static final OpenCounts COUNTS = new OpenCounts(new Snapshot(data()));

    private static Dataset data() {
        DatasetBuilder data = Dataset.of(
                        new Listed(TableExamples.SET, Wording.same("Prov")), Wording.same("Prov"), Instant.EPOCH)
                .variable(TableExamples.home())
                .variable(TableExamples.health())
                .variable(TableExamples.support())
                .variable(TableExamples.opinion())
                .unit(new UnitPlace(TableExamples.unit(1), Wording.same("Enhet"), new PlaceCode("2080")));
        for (int i = 0; i < 24; i++) {
            add(data, i);
        }
        return data.build();
    }

    private static void add(DatasetBuilder data, int i) {
        boolean closed = i < 5;
        boolean lost = i == 8 || i == 9;
        var row = data.row(new Case(
                TableExamples.unit(1),
                PlaceMark.OPEN,
                i < 12 ? Sex.WOMAN : Sex.MAN,
                OptionalInt.of(i % 2 == 0 ? 1990 : 1960),
                2025,
                closed ? Step.CLOSED : lost ? Step.GOT_SUPPORT : Step.FOLLOWED_UP,
                closed || i == 8 ? Course.ENDED : Course.ONGOING));
        row.choose("home", Wave.BEFORE, i < 12 ? "street" : i < 20 ? "shared" : "own");
        row.number("health", Wave.BEFORE, 30);
        if (lost) {
            return;
        }
        row.held(Wave.during(6));
        if (i < 8 || i >= 12) {
            boolean street = i == 6 || i == 7 || i == 16 || i == 17;
            row.choose("home", Wave.during(6), street ? "street" : i == 18 || i == 19 ? "shared" : "own");
            row.number("health", Wave.during(6), i % 2 == 0 ? 20 : 26);
        }
        if (closed) {
            row.held(Wave.CLOSURE);
            if (i < 4) {
                row.choose("opinion", Wave.CLOSURE, i < 3 ? "yes" : "no");
            }
        }
    }

    private static ResultTable table(String kindAndVariable) {
        return OpenTable.of(COUNTS, TableExamples.words(), TableKey.of("example.SE.all." + kindAndVariable))
                .orElseThrow();
    }

    private static double value(ResultTable table, String row, String column) {
        assertThat(table.find(row, column)).as(row + " " + column).get().isInstanceOf(Cell.Shown.class);
        return ((Cell.Shown) table.find(row, column).orElseThrow()).value();
    }

    @Test
    void distribution() {
        var table = table("distribution.home");
        assertThat(value(table, "street", "ALL/count")).isEqualTo(12);
        assertThat(value(table, "shared", "ALL/share")).isCloseTo(8 / 24.0, within(1e-12));
        assertThat(value(table, "street", "WOMEN/count")).isEqualTo(12);
        assertThat(value(table, "street", "MEN/count")).isZero();
    }

    @Test
    void ages() {
        var table = table("distribution.age-band");
        assertThat(value(table, "band-3", "ALL/count")).isEqualTo(12);
        assertThat(value(table, "band-6", "ALL/count")).isEqualTo(12);
    }

    @Test
    void changeComparesTheSamePersonsAndCountsTheLost() {
        var table = table("change.home");
        assertThat(value(table, "improved", "ALL/count")).isEqualTo(10);
        assertThat(value(table, "same", "ALL/count")).isEqualTo(8);
        assertThat(value(table, "worse", "ALL/count")).isEqualTo(2);
        assertThat(value(table, "improved", "ALL/share")).isCloseTo(0.5, within(1e-12));
        assertThat(value(table, "pairs", "ALL/count")).isEqualTo(20);
        assertThat(value(table, "lost", "ALL/count")).isEqualTo(4);
        assertThat(value(table, "lost", "WOMEN/count")).isEqualTo(4);
    }

    @Test
    void scoreChange() {
        var table = table("score-change.health");
        assertThat(value(table, "mean-before", "ALL/value")).isEqualTo(30);
        assertThat(value(table, "mean-latest", "ALL/value")).isCloseTo(23, within(1e-12));
        assertThat(value(table, "mean-change", "ALL/value")).isCloseTo(-7, within(1e-12));
        assertThat(value(table, "median-change", "ALL/value")).isCloseTo(-7, within(1e-12));
        assertThat(value(table, "pairs", "ALL/value")).isEqualTo(20);
        assertThat(value(table, "lost", "ALL/value")).isEqualTo(4);
        assertThat(value(table("change.health"), "improved", "ALL/count"))
                .as("lower is better")
                .isEqualTo(20);
    }

    @Test
    void transitions() {
        var table = table("transitions.home");
        assertThat(value(table, "street", "own")).isEqualTo(6);
        assertThat(value(table, "street", "street")).isEqualTo(2);
        assertThat(value(table, "street", "lost")).isEqualTo(4);
        assertThat(value(table, "shared", "street")).isEqualTo(2);
        assertThat(value(table, "own", "own")).isEqualTo(4);
        assertThat(value(table, "street", "before")).isEqualTo(12);
    }

    @Test
    void occasions() {
        var table = table("occasions.home");
        assertThat(value(table, "own", "during-6/count")).isEqualTo(14);
        assertThat(value(table, "met", "during-6/count")).isEqualTo(20);
        assertThat(value(table, "lost", "during-6/count")).isEqualTo(4);
        assertThat(value(table, "met", "before/count")).isEqualTo(24);
    }

    @Test
    void steps() {
        var table = table("steps.-");
        assertThat(value(table, "OPENED", "ALL/count")).isEqualTo(24);
        assertThat(value(table, "FOLLOWED_UP", "ALL/count")).isEqualTo(22);
        assertThat(value(table, "FOLLOWED_UP", "ALL/lost")).isEqualTo(1);
        assertThat(value(table, "FOLLOWED_UP", "ALL/ongoing")).isEqualTo(1);
        assertThat(value(table, "CLOSED", "ALL/count")).isEqualTo(5);
        assertThat(value(table, "CLOSED", "ALL/ongoing")).isEqualTo(17);
    }

    @Test
    void aQuestionForTheClosureMissesAnswersFromThoseClosedAlone() {
        var table = table("distribution.opinion");
        assertThat(value(table, "yes", "ALL/count")).isEqualTo(3);
        assertThat(value(table, "answered", "ALL/count")).isEqualTo(4);
        assertThat(value(table, "blank", "ALL/count")).isEqualTo(1);
        assertThat(value(table("quality.-"), "opinion", "asked")).isEqualTo(5);
    }
}
