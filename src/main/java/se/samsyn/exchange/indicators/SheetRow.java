package se.samsyn.exchange.indicators;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.SexPart;
import se.samsyn.sheet.Cell;
import se.samsyn.sheet.Column;
import se.samsyn.sheet.NumberForm;
import se.samsyn.sheet.Row;

/** One row of a file of values. What cannot be read is told with row and column, and answered with nothing. */
final class SheetRow {

    private static final Set<String> HIDDEN = Set.of("..", "dold", "hidden", "sekretess");
    private static final Set<String> MISSING = Set.of("-", "–", "saknas", "missing", "na", "null");
    private static final Set<String> NONE = Set.of(".", "ej relevant", "not applicable");
    private static final Set<String> WOMEN = Set.of("k", "kvinna", "kvinnor", "woman", "women", "w");
    private static final Set<String> MEN = Set.of("m", "man", "män", "men");
    private static final Set<String> ALL = Set.of("", "t", "totalt", "total", "alla", "all");

    private final Row row;
    private final Map<SheetColumn, Column> columns;
    private final Troubles troubles;

    SheetRow(Row row, Map<SheetColumn, Column> columns, Troubles troubles) {
        this.row = row;
        this.columns = columns;
        this.troubles = troubles;
    }

    int number() {
        return row.number();
    }

    /** The text of a column, blank where the file has no such column. An apostrophe that guards against formulas is taken away. */
    String text(SheetColumn column) {
        Column there = columns.get(column);
        String text = there == null ? "" : row.cell(there.index()).text();
        return text.matches("(?s)'\\s*[=+\\-@].*") ? text.substring(1) : text;
    }

    void wrong(SheetColumn column, String what) {
        Column there = columns.get(column);
        troubles.addAt("rad " + row.number() + ", kolumn " + (there == null ? column.written() : there.name()), what);
    }

    Optional<SexPart> sex() {
        String text = text(SheetColumn.SEX).toLowerCase(Locale.ROOT);
        if (ALL.contains(text)) {
            return Optional.of(SexPart.ALL);
        }
        if (WOMEN.contains(text)) {
            return Optional.of(SexPart.WOMEN);
        }
        if (MEN.contains(text)) {
            return Optional.of(SexPart.MEN);
        }
        wrong(SheetColumn.SEX, "”" + text(SheetColumn.SEX) + "” är inget kön här. Skriv K, M eller T.");
        return Optional.empty();
    }

    OptionalInt year() {
        String text = text(SheetColumn.YEAR);
        if (text.matches("1[789]\\d\\d|2[01]\\d\\d")) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        wrong(SheetColumn.YEAR, "”" + text + "” är inget år. Skriv fyra siffror, som 2024.");
        return OptionalInt.empty();
    }

    Optional<PlaceFinder.Found.Known> place(PlaceFinder places) {
        Column column = columns.get(SheetColumn.PLACE);
        Cell cell = column == null ? Cell.EMPTY : row.cell(column.index());
        return switch (places.find(cell.text())) {
            case PlaceFinder.Found.Known known -> Optional.of(known);
            case PlaceFinder.Found.LostZero(String likely) -> {
                wrong(
                        SheetColumn.PLACE,
                        "”%s” kan vara %s som tappat sin första nolla. Gör kolumnen till text och skriv koden med nolla."
                                .formatted(cell.text(), likely));
                yield Optional.empty();
            }
            case PlaceFinder.Found.Unknown _ -> {
                wrong(
                        SheetColumn.PLACE,
                        "Det finns ingen plats ”%s”. Skriv kommunkod (fyra siffror), länskod (två siffror) eller SE."
                                .formatted(cell.text()));
                yield Optional.empty();
            }
        };
    }

    OptionalInt members() {
        String text = text(SheetColumn.MEMBERS);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.matches("\\d{1,4}")) {
            wrong(SheetColumn.MEMBERS, "”" + text + "” är inget antal.");
            return OptionalInt.empty();
        }
        int members = Integer.parseInt(text);
        return members > 1 ? OptionalInt.of(members) : OptionalInt.empty();
    }

    /** The value, with its base where the file has one. */
    Optional<Reading> reading(Shareness shareness) {
        String text = text(SheetColumn.VALUE);
        String mark = (text.isEmpty() ? text(SheetColumn.STATUS) : text).toLowerCase(Locale.ROOT);
        if (HIDDEN.contains(mark)) {
            return Optional.of(new Reading.Hidden());
        }
        if (MISSING.contains(mark)) {
            return Optional.of(new Reading.Missing());
        }
        if (NONE.contains(mark)) {
            return Optional.of(new Reading.NotApplicable());
        }
        if (text.isEmpty()) {
            wrong(
                    SheetColumn.VALUE,
                    "Värdet är tomt. Skriv saknas, . (inte tillämpligt) eller .. (dolt) om det inte finns något tal.");
            return Optional.empty();
        }
        Optional<BigDecimal> number = NumberForm.parse(text);
        if (number.isEmpty()) {
            wrong(
                    SheetColumn.VALUE,
                    "”" + text + "” är inget tal. Skriv till exempel 12,5 eller 12.5, utan annat i cellen.");
            return Optional.empty();
        }
        String part = text(SheetColumn.PART);
        String whole = text(SheetColumn.WHOLE);
        if (part.isEmpty() && whole.isEmpty()) {
            return Optional.of(Reading.of(number.get().doubleValue()));
        }
        return base(part, whole, shareness)
                .map(base -> new Reading.Known(number.get().doubleValue(), Optional.of(base)));
    }

    /** Whether the numerator is a part of the denominator. */
    enum Shareness {
        SHARE,
        OTHER
    }

    private Optional<Reading.Base> base(String part, String whole, Shareness shareness) {
        Optional<BigDecimal> some = NumberForm.parse(part);
        Optional<BigDecimal> all = NumberForm.parse(whole);
        if (some.isEmpty() || some.get().signum() < 0) {
            wrong(
                    SheetColumn.PART,
                    part.isEmpty()
                            ? "Täljare saknas där nämnare finns."
                            : "”" + part + "” är ingen täljare: ett tal som är 0 eller mer.");
            return Optional.empty();
        }
        if (all.isEmpty() || all.get().signum() <= 0) {
            wrong(
                    SheetColumn.WHOLE,
                    whole.isEmpty()
                            ? "Nämnare saknas där täljare finns."
                            : "Nämnaren är ”" + whole
                                    + "”. Den ska vara ett tal över 0; skriv . som värde där det inte finns något att räkna på.");
            return Optional.empty();
        }
        if (shareness == Shareness.SHARE && some.get().compareTo(all.get()) > 0) {
            wrong(
                    SheetColumn.WHOLE,
                    "Nämnaren " + whole + " är mindre än täljaren " + part + ", så värdet kan inte vara en andel.");
            return Optional.empty();
        }
        return Optional.of(new Reading.Base(some.get().doubleValue(), all.get().doubleValue()));
    }
}
