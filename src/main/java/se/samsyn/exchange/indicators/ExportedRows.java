package se.samsyn.exchange.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.samsyn.indicator.Observation;
import se.samsyn.indicator.Reading;

/** An indicator as rows of a file, one for each value, in the columns that an import reads. What there is to know of it stands in every row; its definition in the first. */
final class ExportedRows {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int MOST_DECIMALS = 15;

    static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.INDICATOR,
            SheetColumn.TITLE,
            SheetColumn.SCALE,
            SheetColumn.DECIMALS,
            SheetColumn.PLACE,
            SheetColumn.PLACE_NAME,
            SheetColumn.YEAR,
            SheetColumn.SEX,
            SheetColumn.GROUP,
            SheetColumn.GROUP_NAME,
            SheetColumn.VALUE,
            SheetColumn.PART,
            SheetColumn.WHOLE,
            SheetColumn.MEMBERS,
            SheetColumn.AREA,
            SheetColumn.PERSPECTIVE,
            SheetColumn.SOURCE,
            SheetColumn.FETCHED,
            SheetColumn.DESCRIPTION);

    private ExportedRows() {}

    /** A field: a number, or text. */
    sealed interface Field {
        record Figure(BigDecimal value) implements Field {}

        record Text(String value) implements Field {}
    }

    /** The signs of the three kinds of empty. */
    record Marks(String hidden, String missing, String notApplicable) {
        String of(Reading reading) {
            return switch (reading) {
                case Reading.Known _ -> "";
                case Reading.Hidden _ -> hidden;
                case Reading.Missing _ -> missing;
                case Reading.NotApplicable _ -> notApplicable;
            };
        }
    }

    static List<List<Field>> of(Exported exported, Marks marks) {
        List<List<Field>> rows = new ArrayList<>();
        rows.add(COLUMNS.stream().map(column -> text(column.written())).toList());
        for (Observation value : exported.values()) {
            boolean first = rows.size() == 1;
            rows.add(COLUMNS.stream()
                    .map(column -> field(
                            column,
                            value,
                            exported,
                            marks,
                            first ? exported.indicator().description() : ""))
                    .toList());
        }
        return rows;
    }

    private static Field field(
            SheetColumn column, Observation value, Exported exported, Marks marks, String description) {
        var indicator = exported.indicator();
        return switch (column) {
            case INDICATOR -> text(indicator.key().value());
            case TITLE -> text(indicator.title());
            case SCALE ->
                text(ScaleGuess.unit(indicator.scale()).isEmpty() ? "annat" : ScaleGuess.unit(indicator.scale()));
            case DECIMALS -> new Field.Figure(BigDecimal.valueOf(indicator.decimals()));
            case PLACE -> text(value.place().toString());
            case PLACE_NAME -> text(exported.placeName(value.place()));
            case YEAR -> new Field.Figure(BigDecimal.valueOf(value.year()));
            case SEX -> text(value.sex().letter());
            case GROUP -> text(value.group());
            case GROUP_NAME -> text(value.group().isEmpty() ? "" : exported.groupName(value.group()));
            case VALUE ->
                value.reading() instanceof Reading.Known known
                        ? figure(known.value())
                        : text(marks.of(value.reading()));
            case PART -> base(value, Reading.Base::part);
            case WHOLE -> base(value, Reading.Base::whole);
            case MEMBERS ->
                value.members().isPresent()
                        ? new Field.Figure(BigDecimal.valueOf(value.members().getAsInt()))
                        : text("");
            case AREA -> text(indicator.area());
            case PERSPECTIVE -> text(indicator.perspective());
            case SOURCE -> text(exported.credit());
            case FETCHED -> text(fetched(exported));
            case DESCRIPTION -> text(description);
            case STATUS, WANTED -> text("");
        };
    }

    private static Field base(Observation value, java.util.function.ToDoubleFunction<Reading.Base> part) {
        return value.reading() instanceof Reading.Known known && known.base().isPresent()
                ? figure(part.applyAsDouble(known.base().get()))
                : text("");
    }

    static String fetched(Exported exported) {
        return exported.fetched()
                .map(time -> time.atZone(SWEDEN).toLocalDate().toString())
                .orElse("");
    }

    private static Field text(String text) {
        return new Field.Text(text);
    }

    private static Field figure(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal bounded =
                exact.scale() > MOST_DECIMALS ? exact.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN) : exact;
        BigDecimal plain = bounded.stripTrailingZeros();
        return new Field.Figure(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    /** What there is to know of the indicator, as names and texts, for a sheet of its own. */
    static List<List<String>> about(Exported exported) {
        var indicator = exported.indicator();
        return Stream.concat(
                        Stream.of(
                                List.of("Indikator", indicator.key().value()),
                                List.of("Titel", indicator.title()),
                                List.of("Definition", indicator.description()),
                                List.of("Enhet", ScaleGuess.unit(indicator.scale())),
                                List.of("Källa", exported.credit()),
                                List.of("Publiceras", indicator.period()),
                                List.of("Hämtad", fetched(exported))),
                        exported.breaks().stream().map(one -> List.of("Tidsseriebrott " + one.year(), one.reason())))
                .filter(row -> !row.get(1).isBlank())
                .toList();
    }
}
