package se.samsyn.exchange.indicators;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import se.samsyn.exchange.cube.Category;
import se.samsyn.exchange.cube.Cube;
import se.samsyn.exchange.cube.Mark;
import se.samsyn.exchange.cube.Note;
import se.samsyn.exchange.cube.Unit;
import se.samsyn.indicator.Delivery;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Observation;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.SexPart;
import se.samsyn.indicator.Source;
import se.samsyn.indicator.Wanted;
import se.samsyn.table.Where;

/** A published table as a delivery: one indicator for each measure. The kinds of empty cells stay apart. */
final class CubeDraft {

    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_DECIMALS = 6;

    private final CubeParts parts;
    private final String name;
    private final String source;

    private CubeDraft(CubeParts parts, String name, String source) {
        this.parts = parts;
        this.name = name;
        this.source = source;
    }

    /**
     * Drafts a table.
     *
     * @param name of the file or the question
     * @param fetched when it left its source
     */
    static Drafted of(Cube cube, String name, Instant fetched, FileWish wish, Source source, PlaceFinder places) {
        var troubles = new Troubles(name);
        var remarks = new ArrayList<String>();
        var parts = CubeParts.of(cube, wish.place(), places, troubles, remarks);
        var draft = new CubeDraft(parts, name, source.key());
        List<Indicator> indicators = draft.indicators();
        Set<IndicatorKey> keys = new HashSet<>();
        indicators.stream()
                .map(Indicator::key)
                .filter(key -> !keys.add(key))
                .forEach(key -> troubles.add("Två mått i tabellen får samma nyckel, " + key + ". Ge dem olika koder."));
        if (troubles.any()) {
            return troubles.refused();
        }
        return new Drafted.Ready(
                source,
                new Delivery(
                        source.key(),
                        name,
                        fetched,
                        Delivery.Extent.PART,
                        indicators,
                        (values, withdrawn) -> draft.give(indicators, values)),
                remarks);
    }

    private List<Indicator> indicators() {
        return parts.measures().stream().map(this::indicator).toList();
    }

    private Indicator indicator(Optional<Category> measure) {
        Cube cube = parts.cube();
        Unit unit = measure.map(Category::unit).filter(each -> !each.isEmpty()).orElse(cube.unit());
        String label = CubeWords.swedish(unit.label().isBlank() ? cube.unit().label() : unit.label());
        String title = title(measure);
        ScaleGuess guess = ScaleGuess.ofUnit(label, title);
        OptionalInt decimals =
                unit.decimals().isPresent() ? unit.decimals() : cube.unit().decimals();
        return new Indicator(
                Keys.indicator(table(), measure.map(Category::code).orElse("")),
                source,
                Optional.empty(),
                title,
                description(title, measure, label),
                CubeWords.swedish(cube.subject()),
                "",
                guess.scale(),
                Math.clamp(decimals.orElse(guess.decimals()), 0, MOST_DECIMALS),
                Wanted.NONE,
                parts.bySex(),
                cube.updated().isBlank() ? "" : "Uppdaterad " + cube.updated(),
                Optional.empty(),
                parts.groups());
    }

    /** The name of the table for machines; that of the file where it has none. */
    private String table() {
        String code = parts.cube().code();
        return code.isBlank() ? name.replaceFirst("\\.[A-Za-z-]{1,9}$", "") : code;
    }

    private String title(Optional<Category> measure) {
        Cube cube = parts.cube();
        return Stream.of(
                        measure.map(CubeWords::name).orElse(""),
                        CubeWords.swedish(cube.contents()),
                        CubeWords.swedish(cube.title()),
                        table())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(name);
    }

    private String description(String title, Optional<Category> measure, String unit) {
        Cube cube = parts.cube();
        String whole = CubeWords.swedish(cube.title());
        Stream<Note> notes =
                Stream.concat(measure.stream().flatMap(each -> each.notes().stream()), cube.notes().stream());
        String told = String.join(
                " ",
                Stream.of(
                                Stream.of(whole.equals(title) || whole.isBlank() ? "" : sentence(whole)),
                                parts.fixed().stream().map(CubeDraft::sentence),
                                notes.map(note -> CubeWords.swedish(note.text())
                                        .replace('\n', ' ')
                                        .strip()),
                                Stream.of(unit.isBlank() || title.contains(unit) ? "" : sentence("Enhet: " + unit)))
                        .flatMap(texts -> texts)
                        .filter(text -> !text.isBlank())
                        .distinct()
                        .toList());
        return told.length() > LONGEST_TEXT ? told.substring(0, LONGEST_TEXT) + "…" : told;
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private void give(List<Indicator> indicators, Consumer<Observation> values) {
        parts.cube().each((place, value, mark) -> {
            Optional<Where> where = parts.whereAt(place);
            Optional<SexPart> sex = parts.sexAt(place);
            if (where.isPresent() && sex.isPresent()) {
                values.accept(new Observation(
                        indicators.get(parts.measureAt(place)).key(),
                        where.get(),
                        parts.yearAt(place),
                        sex.get(),
                        parts.groupAt(place),
                        reading(value, mark),
                        OptionalInt.empty()));
            }
        });
    }

    private static Reading reading(double value, Mark mark) {
        return switch (mark) {
            case NUMBER, NIL -> Reading.of(value);
            case MISSING -> new Reading.Missing();
            case HIDDEN -> new Reading.Hidden();
            case NOT_APPLICABLE -> new Reading.NotApplicable();
        };
    }
}
