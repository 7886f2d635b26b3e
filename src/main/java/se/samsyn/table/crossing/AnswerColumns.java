package se.samsyn.table.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samsyn.engine.Coded;
import se.samsyn.kernel.Wording;
import se.samsyn.table.source.Category;
import se.samsyn.table.source.Codebook;
import se.samsyn.table.source.Dataset;
import se.samsyn.table.source.Kind;
import se.samsyn.table.source.Moment;
import se.samsyn.table.source.Range;
import se.samsyn.table.source.Variable;
import se.samsyn.table.source.Wave;
import se.samsyn.web.Texts;

/** The variables of a case at each occasion, called {@code variable@occasion}; the options of a multiple choice one by one. */
final class AnswerColumns {

    private final Dataset data;
    private final Texts texts;
    private final List<FollowupColumn> columns = new ArrayList<>();

    AnswerColumns(Dataset data, Texts texts) {
        this.data = data;
        this.texts = texts;
    }

    List<FollowupColumn> columns() {
        data.variables().forEach(this::variable);
        return columns;
    }

    private void variable(Variable variable) {
        for (Wave wave : waves(variable)) {
            Wording at = new Wording(
                    variable.label().sv() + ", " + name(wave).sv(),
                    variable.label().en() + ", " + name(wave).en());
            Wording label = wave.equals(Wave.CASE) ? variable.label() : at;
            String key = variable.key() + "@" + wave;
            switch (variable.kind()) {
                case SINGLE ->
                    columns.add(FollowupColumn.codes(
                            key,
                            label,
                            Optional.of(variable.question()),
                            variable.categories().stream()
                                    .map(AnswerColumns::code)
                                    .toList(),
                            List.of(),
                            row -> data.category(row, variable, wave)));
                case MULTIPLE -> options(variable, wave, key, label);
                case NUMBER, SCALE -> number(variable, wave, key, label);
            }
        }
    }

    private static Codebook.Code code(Category category) {
        return new Codebook.Code(category.code(), category.label(), false);
    }

    private List<Wave> waves(Variable variable) {
        List<Wave> waves = new ArrayList<>();
        if (variable.asked().stream().anyMatch(Moment.CASE::equals)) {
            waves.add(Wave.CASE);
        }
        data.waves().stream()
                .filter(wave -> variable.asked().contains(wave.moment()))
                .forEach(waves::add);
        if (variable.asked().stream().anyMatch(Moment::later)) {
            waves.add(Wave.LATEST);
        }
        return waves;
    }

    private Wording name(Wave wave) {
        return wave.months() > 0
                ? texts.of("table.wave.months." + wave.moment(), wave.months())
                : texts.of("table.crossing.wave." + wave.moment());
    }

    private void options(Variable variable, Wave wave, String key, Wording label) {
        List<Codebook.Code> yesNo = List.of(
                new Codebook.Code("no", texts.of("table.crossing.no"), false),
                new Codebook.Code("yes", texts.of("table.crossing.yes"), false));
        for (int option = 0; option < variable.categories().size(); option++) {
            int bit = option;
            Category category = variable.categories().get(option);
            columns.add(FollowupColumn.codes(
                    variable.key() + "-" + category.code().replaceAll("[^A-Za-z0-9_-]", "-")
                            + key.substring(variable.key().length()),
                    new Wording(
                            label.sv() + ": " + category.label().sv(),
                            label.en() + ": " + category.label().en()),
                    Optional.of(variable.question()),
                    yesNo,
                    List.of(),
                    row -> data.blank(row, variable, wave).isPresent()
                            ? Coded.EMPTY
                            : (int) ((data.categories(row, variable, wave) >> bit) & 1)));
        }
    }

    private void number(Variable variable, Wave wave, String key, Wording label) {
        Range range = data.range(variable);
        double span = range.highest() - range.lowest();
        double step = variable.kind() == Kind.SCALE || span < 200 ? 0.5 : span / 400;
        columns.add(FollowupColumn.number(
                key,
                label,
                Optional.of(variable.question()),
                new Codebook.Numbers(step, range.lowest(), range.highest()),
                row -> data.number(row, variable, wave)));
    }
}
