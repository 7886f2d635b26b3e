package se.samsyn.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.samsyn.kernel.Interval;
import se.samsyn.kernel.Wording;
import tools.jackson.databind.json.JsonMapper;

/** A protected table as text and back; a hidden cell has no number in it. The text form is stored and must stay readable. */
final class FrozenJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FrozenJson() {}

    /** A cell: its kind, and its figure where it has one. */
    private record Box(
            Kind kind,
            @Nullable Double value,
            @Nullable Measure measure,
            @Nullable Double low,
            @Nullable Double high) {

        private enum Kind {
            SHOWN,
            HIDDEN,
            NOT_APPLICABLE,
            MISSING
        }

        static Box of(Cell cell) {
            return switch (cell) {
                case Cell.Shown(double value, Measure measure, Optional<Interval> interval) ->
                    new Box(
                            Kind.SHOWN,
                            value,
                            measure,
                            interval.map(Interval::low).orElse(null),
                            interval.map(Interval::high).orElse(null));
                case Cell.Hidden() -> new Box(Kind.HIDDEN, null, null, null, null);
                case Cell.NotApplicable() -> new Box(Kind.NOT_APPLICABLE, null, null, null, null);
                case Cell.Missing() -> new Box(Kind.MISSING, null, null, null, null);
            };
        }

        Cell cell() {
            return switch (kind) {
                case SHOWN -> shown();
                case HIDDEN -> new Cell.Hidden();
                case NOT_APPLICABLE -> new Cell.NotApplicable();
                case MISSING -> new Cell.Missing();
            };
        }

        private Cell shown() {
            if (value == null || measure == null) {
                throw new IllegalStateException("A frozen figure has lost its number");
            }
            Optional<Interval> interval =
                    low == null || high == null ? Optional.empty() : Optional.of(new Interval(low, high));
            return new Cell.Shown(value, measure, interval);
        }
    }

    private record Text(String sv, String en) {

        static Text of(Wording wording) {
            return new Text(wording.sv(), wording.en());
        }

        Wording wording() {
            return new Wording(sv, en);
        }
    }

    private record Head(
            String key, Text group, Text heading, @Nullable SexGroup sex) {}

    private record Line(String key, Text label, Row.Role role, List<Box> cells) {}

    private record Basis(
            Box persons,
            Text numerator,
            Text denominator,
            Text period,
            Text selection,
            Box missing,
            Box missingShare,
            Text source,
            Text meaning,
            Text method,
            String asOf,
            Text protection) {}

    private record Whole(String key, Text subject, Text title, List<Head> columns, List<Line> rows, Basis basis) {}

    static String write(ProtectedTable table) {
        List<Head> columns = table.columns().stream()
                .map(column -> new Head(
                        column.key(),
                        Text.of(column.group()),
                        Text.of(column.heading()),
                        column.sex().orElse(null)))
                .toList();
        List<Line> lines = new ArrayList<>();
        for (int r = 0; r < table.rows().size(); r++) {
            int at = r;
            Row row = table.rows().get(r);
            List<Box> cells = IntStream.range(0, columns.size())
                    .mapToObj(c -> Box.of(table.cell(at, c)))
                    .toList();
            lines.add(new Line(row.key(), Text.of(row.label()), row.role(), cells));
        }
        return JSON.writeValueAsString(new Whole(
                table.key().toString(),
                Text.of(table.subject()),
                Text.of(table.title()),
                columns,
                lines,
                basis(table.definition())));
    }

    private static Basis basis(Definition of) {
        return new Basis(
                Box.of(of.persons()),
                Text.of(of.numerator()),
                Text.of(of.denominator()),
                Text.of(of.period()),
                Text.of(of.selection()),
                Box.of(of.missing()),
                Box.of(of.missingShare()),
                Text.of(of.source()),
                Text.of(of.meaning()),
                Text.of(of.method()),
                of.asOf().toString(),
                Text.of(of.protection()));
    }

    static ProtectedTable read(String text) {
        Whole whole = JSON.readValue(text, Whole.class);
        Basis basis = whole.basis();
        return ProtectedTable.thawed(new Draft(
                TableKey.of(whole.key()),
                whole.subject().wording(),
                whole.title().wording(),
                whole.columns().stream()
                        .map(head -> new Column(
                                head.key(),
                                head.group().wording(),
                                head.heading().wording(),
                                Optional.ofNullable(head.sex())))
                        .toList(),
                whole.rows().stream()
                        .map(line -> new Row(line.key(), line.label().wording(), line.role()))
                        .toList(),
                whole.rows().stream()
                        .map(line -> line.cells().stream().map(Box::cell).toList())
                        .toList(),
                new Definition(
                        basis.persons().cell(),
                        basis.numerator().wording(),
                        basis.denominator().wording(),
                        basis.period().wording(),
                        basis.selection().wording(),
                        basis.missing().cell(),
                        basis.missingShare().cell(),
                        basis.source().wording(),
                        basis.meaning().wording(),
                        basis.method().wording(),
                        Instant.parse(basis.asOf()),
                        basis.protection().wording())));
    }
}
