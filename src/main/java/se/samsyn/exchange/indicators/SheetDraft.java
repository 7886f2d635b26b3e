package se.samsyn.exchange.indicators;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import se.samsyn.indicator.Delivery;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Observation;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.Scale;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Source;
import se.samsyn.indicator.Wanted;
import se.samsyn.sheet.Column;
import se.samsyn.sheet.Limits;
import se.samsyn.sheet.Problem;
import se.samsyn.sheet.Sheet;
import se.samsyn.sheet.SheetResult;
import se.samsyn.sheet.Sheets;

/** A CSV or XLSX file of values, one a row, as a delivery. Every row that cannot be read is named. */
final class SheetDraft {

    private static final List<SheetColumn> NEEDED =
            List.of(SheetColumn.INDICATOR, SheetColumn.PLACE, SheetColumn.YEAR, SheetColumn.VALUE);
    private static final int MOST_DECIMALS = 6;

    private final String name;
    private final PlaceFinder places;
    private final Known known;
    private final Troubles troubles;
    private final Map<SheetColumn, Column> columns = new EnumMap<>(SheetColumn.class);
    private final Map<String, Described> described = new LinkedHashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Observation> values = new ArrayList<>();

    private SheetDraft(String name, PlaceFinder places, Known known) {
        this.name = name;
        this.places = places;
        this.known = known;
        this.troubles = new Troubles(name);
    }

    /** What the rows of an indicator say of it. */
    private static final class Described {
        private final int row;
        private final Map<SheetColumn, String> texts = new EnumMap<>(SheetColumn.class);
        private final Map<String, String> groups = new LinkedHashMap<>();
        private Optional<Indicator> there = Optional.empty();
        private Scale scale = Scale.OTHER;

        Described(int row) {
            this.row = row;
        }

        String text(SheetColumn column) {
            return texts.getOrDefault(column, "");
        }
    }

    /**
     * Drafts a file.
     *
     * @param source decides the source from what the file says
     * @param told a problem of the file as a file, in Swedish
     */
    static Drafted of(
            Path file,
            String name,
            Instant fetched,
            PlaceFinder places,
            Known known,
            Function<String, SourceWish.Decided> source,
            Function<Problem, String> told)
            throws IOException {
        var draft = new SheetDraft(name, places, known);
        return switch (Sheets.open(file, se.samsyn.sheet.Reading.DETECTED, Limits.USUAL)) {
            case SheetResult.Refused refused -> {
                refused.problems()
                        .forEach(problem -> draft.troubles.put(new Trouble(where(name, problem), told.apply(problem))));
                yield draft.troubles.refused();
            }
            case SheetResult.Opened(Sheet sheet) -> draft.read(sheet, fetched, source);
        };
    }

    private static String where(String name, Problem problem) {
        return name
                + (problem.row() > 0 ? ", rad " + problem.row() : "")
                + (problem.column().isBlank() ? "" : ", kolumn " + problem.column());
    }

    private Drafted read(Sheet sheet, Instant fetched, Function<String, SourceWish.Decided> source) {
        for (SheetColumn column : SheetColumn.values()) {
            column.in(sheet).ifPresent(there -> columns.put(column, there));
        }
        List<String> absent = NEEDED.stream()
                .filter(each -> !columns.containsKey(each))
                .map(SheetColumn::written)
                .toList();
        if (!absent.isEmpty()) {
            troubles.add(
                    "Kolumner saknas: %s. En fil med värden har kolumnerna indikator, plats, ar, kon och varde, och gärna titel och skala."
                            .formatted(String.join(", ", absent)));
            return troubles.refused();
        }
        describe(sheet);
        sheet.forEach(row -> take(new SheetRow(row, columns, troubles)));
        SourceWish.Decided decided = source.apply(said());
        if (decided instanceof SourceWish.Decided.Unsettled(String what)) {
            troubles.add(what);
        }
        if (troubles.any() || !(decided instanceof SourceWish.Decided.Settled(Source settled))) {
            return troubles.refused();
        }
        List<String> remarks = new ArrayList<>();
        List<String> unread = SheetColumn.unread(sheet);
        if (!unread.isEmpty()) {
            remarks.add("Kolumner som inte läses: " + String.join(", ", unread) + ".");
        }
        List<Indicator> indicators = indicators(settled.key());
        return new Drafted.Ready(
                settled,
                new Delivery(
                        settled.key(),
                        name,
                        fetched,
                        Delivery.Extent.PART,
                        indicators,
                        (taker, _) -> values.forEach(taker)),
                remarks);
    }

    private String said() {
        return described.values().stream()
                .map(each -> each.text(SheetColumn.SOURCE))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Goes through the file once for what it says of its indicators, and asks the catalogue for those it does not describe. */
    private void describe(Sheet sheet) {
        var quiet = new Troubles(name);
        sheet.forEach(raw -> {
            var row = new SheetRow(raw, columns, quiet);
            Described one =
                    described.computeIfAbsent(row.text(SheetColumn.INDICATOR), key -> new Described(row.number()));
            for (SheetColumn column : SheetColumn.values()) {
                String text = row.text(column);
                if (!text.isEmpty()) {
                    one.texts.putIfAbsent(column, text);
                }
            }
            String group = row.text(SheetColumn.GROUP);
            if (!group.isEmpty()) {
                String label = row.text(SheetColumn.GROUP_NAME);
                one.groups.merge(
                        group, label.isEmpty() ? group : label, (old, fresh) -> old.equals(group) ? fresh : old);
            }
        });
        Map<IndicatorKey, Indicator> there = known.find(described.keySet().stream()
                .flatMap(key -> KoladaTexts.key(key).stream())
                .toList());
        described.forEach((key, one) ->
                settle(key, one, KoladaTexts.key(key).flatMap(each -> Optional.ofNullable(there.get(each)))));
    }

    private void settle(String key, Described one, Optional<Indicator> there) {
        one.there = there;
        if (KoladaTexts.key(key).isEmpty()) {
            at(
                    one,
                    SheetColumn.INDICATOR,
                    "”" + key
                            + "” är ingen nyckel. Börja med en bokstav a–z, och använd bokstäver, siffror, bindestreck och understreck; högst 60.");
        } else if (there.flatMap(Indicator::owner).isPresent()) {
            at(
                    one,
                    SheetColumn.INDICATOR,
                    key + " är en egen indikator. Dess värden räknas fram här och läses inte in.");
        } else if (there.isEmpty() && one.text(SheetColumn.TITLE).isEmpty()) {
            at(
                    one,
                    SheetColumn.INDICATOR,
                    "Det finns ingen indikator " + key
                            + ". Lägg till kolumnen titel (och gärna skala och beskrivning), så läggs den upp.");
        }
        String scale = one.text(SheetColumn.SCALE);
        String title = one.text(SheetColumn.TITLE);
        one.scale = scale.isEmpty()
                ? there.map(Indicator::scale)
                        .orElseGet(() -> ScaleGuess.ofTitle(title).scale())
                : scale(one, scale);
        String decimals = one.text(SheetColumn.DECIMALS);
        if (!decimals.isEmpty() && !decimals.matches("[0-" + MOST_DECIMALS + "]")) {
            at(one, SheetColumn.DECIMALS, "”" + decimals + "” är inget antal decimaler: 0–6.");
        }
        if (wanted(one.text(SheetColumn.WANTED)).isEmpty()) {
            at(
                    one,
                    SheetColumn.WANTED,
                    "”" + one.text(SheetColumn.WANTED) + "” går inte att läsa. Skriv högt, lågt eller inget.");
        }
        one.groups.keySet().stream()
                .filter(code -> !code.matches("[A-Za-z0-9_.-]{1,40}"))
                .forEach(
                        code -> at(
                                one,
                                SheetColumn.GROUP,
                                "”" + code
                                        + "” är ingen kod för en grupp: a–z, siffror, punkt, bindestreck och understreck. Skriv orden i kolumnen gruppnamn."));
    }

    private void at(Described one, SheetColumn column, String what) {
        troubles.addAt("rad " + one.row + ", kolumn " + column.written(), what);
    }

    private Scale scale(Described one, String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "andel", "procent", "%", "percent", "share" -> Scale.PERCENT;
            case "antal", "count", "number" -> Scale.COUNT;
            case "medel", "medelvärde", "medelvarde", "mean" -> Scale.MEAN;
            case "median" -> Scale.MEDIAN;
            case "annat", "övrigt", "other" -> Scale.OTHER;
            default -> {
                Scale guessed = ScaleGuess.ofUnit(plain.matches("\\d.*") ? "per " + plain : plain, "")
                        .scale();
                if (guessed == Scale.OTHER) {
                    at(
                            one,
                            SheetColumn.SCALE,
                            "”" + text
                                    + "” är ingen skala. Skriv procent, antal, medelvärde, median, per 1 000, per 10 000, per 100 000 eller annat.");
                }
                yield guessed;
            }
        };
    }

    private static Optional<Wanted> wanted(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "", "inget", "none" -> Optional.of(Wanted.NONE);
            case "högt", "hogt", "high" -> Optional.of(Wanted.HIGH);
            case "lågt", "lagt", "low" -> Optional.of(Wanted.LOW);
            default -> Optional.empty();
        };
    }

    private void take(SheetRow row) {
        String key = row.text(SheetColumn.INDICATOR);
        Scale scale = described.getOrDefault(key, new Described(0)).scale;
        OptionalInt year = row.year();
        Optional<SexPart> sex = row.sex();
        Optional<PlaceFinder.Found.Known> place = row.place(places);
        OptionalInt members = row.members();
        Optional<Reading> reading =
                row.reading(scale == Scale.PERCENT ? SheetRow.Shareness.SHARE : SheetRow.Shareness.OTHER);
        Optional<IndicatorKey> indicator = KoladaTexts.key(key);
        if (year.isEmpty() || sex.isEmpty() || place.isEmpty() || reading.isEmpty() || indicator.isEmpty()) {
            return;
        }
        String group = row.text(SheetColumn.GROUP);
        String spot = String.join(
                " ",
                key,
                place.get().code().value(),
                String.valueOf(year.getAsInt()),
                sex.get().letter(),
                group);
        Integer before = seen.putIfAbsent(spot, row.number());
        if (before != null) {
            row.wrong(
                    SheetColumn.VALUE,
                    "Samma indikator, plats, år, kön och grupp står redan på rad " + before + ". Ta bort en av dem.");
            return;
        }
        values.add(new Observation(
                indicator.get(), place.get().where(), year.getAsInt(), sex.get(), group, reading.get(), members));
    }

    /** Those the file describes, and those whose groups it does. */
    private List<Indicator> indicators(String source) {
        List<Indicator> indicators = new ArrayList<>();
        described.forEach((key, one) -> {
            if (!one.text(SheetColumn.TITLE).isEmpty()) {
                indicators.add(described(new IndicatorKey(key), one, source));
            } else {
                one.there
                        .filter(_ -> !one.groups.isEmpty())
                        .ifPresent(there -> indicators.add(with(there, groups(one))));
            }
        });
        return indicators;
    }

    private Indicator described(IndicatorKey key, Described one, String source) {
        String title = one.text(SheetColumn.TITLE);
        String decimals = one.text(SheetColumn.DECIMALS);
        boolean bySex = values.stream().anyMatch(value -> value.indicator().equals(key) && value.sex() != SexPart.ALL);
        int guessed = one.scale == Scale.COUNT ? 0 : 1;
        return new Indicator(
                key,
                one.there
                        .map(Indicator::source)
                        .filter(there -> one.text(SheetColumn.SOURCE).isEmpty())
                        .orElse(source),
                Optional.empty(),
                title,
                told(one, SheetColumn.DESCRIPTION, Indicator::description),
                told(one, SheetColumn.AREA, Indicator::area),
                told(one, SheetColumn.PERSPECTIVE, Indicator::perspective),
                one.scale,
                decimals.isEmpty() ? one.there.map(Indicator::decimals).orElse(guessed) : Integer.parseInt(decimals),
                wanted(one.text(SheetColumn.WANTED)).orElse(Wanted.NONE),
                bySex || one.there.filter(Indicator::bySex).isPresent(),
                one.there.map(Indicator::period).orElse(""),
                one.there.flatMap(Indicator::base),
                groups(one));
    }

    private static String told(Described one, SheetColumn column, Function<Indicator, String> before) {
        String text = one.text(column);
        return text.isEmpty() ? one.there.map(before).orElse("") : text;
    }

    /** The groups there are, and those that are new after them. */
    private static List<Indicator.Group> groups(Described one) {
        List<Indicator.Group> groups =
                new ArrayList<>(one.there.map(Indicator::groups).orElse(List.of()));
        one.groups.forEach((code, label) -> {
            if (groups.stream().noneMatch(there -> there.code().equals(code))) {
                groups.add(new Indicator.Group(code, label));
            }
        });
        return groups;
    }

    private static Indicator with(Indicator there, List<Indicator.Group> groups) {
        return new Indicator(
                there.key(),
                there.source(),
                there.owner(),
                there.title(),
                there.description(),
                there.area(),
                there.perspective(),
                there.scale(),
                there.decimals(),
                there.wanted(),
                there.bySex(),
                there.period(),
                there.base(),
                groups);
    }
}
