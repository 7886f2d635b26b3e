package se.samsyn.instrument.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.instrument.Direction;
import se.samsyn.instrument.Option;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.PlainName;
import se.samsyn.instrument.Question;
import se.samsyn.instrument.Question.Necessity;
import se.samsyn.instrument.QuestionType;
import se.samsyn.instrument.Range;
import se.samsyn.instrument.Theme;
import se.samsyn.instrument.VariableKey;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.Wording;

/** Makes a question of what was filled in, or says what is missing: by field, the key of a message. */
final class VariableReading {

    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_CODE = 30;

    private final VariableForm form;
    private final Map<String, String> faults = new LinkedHashMap<>();

    VariableReading(VariableForm form) {
        this.form = form;
    }

    Map<String, String> faults() {
        return Collections.unmodifiableMap(faults);
    }

    /** The question, empty when there are faults. */
    Optional<Question> question(PlaceCode owner, VariableKey key) {
        need("textSv", "instrument.variable.fault.text");
        need("whySv", "instrument.variable.fault.why");
        Set<Phase> phases = form.all("phases").stream().map(Phase::valueOf).collect(Collectors.toSet());
        if (phases.isEmpty()) {
            faults.put("phases", "instrument.variable.fault.phases");
        }
        Optional<QuestionType> type = type();
        if (!faults.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        Necessity necessity = form.has("required", "on") ? Necessity.REQUIRED : Necessity.OPTIONAL;
        return Optional.of(new Question(
                key,
                owner,
                type.get(),
                Theme.valueOf(form.text("theme")),
                phases,
                wording("text"),
                Optional.of(wording("why")),
                Optional.of("help")
                        .filter(name -> !form.text(name + "Sv").isEmpty())
                        .map(this::wording),
                form.kind().ordered() && !form.text("direction").isEmpty()
                        ? Direction.valueOf(form.text("direction"))
                        : Direction.NONE,
                necessity,
                Question.usualSpecial(Necessity.OPTIONAL),
                form.rule()));
    }

    private void need(String field, String fault) {
        if (form.text(field).isEmpty()) {
            faults.put(field, fault);
        }
    }

    private Wording wording(String name) {
        return new Wording(form.text(name + "Sv"), form.text(name + "En"));
    }

    private Optional<QuestionType> type() {
        return switch (form.kind()) {
            case SINGLE -> options().map(QuestionType.Single::new);
            case MULTIPLE -> options().map(QuestionType.Multiple::new);
            case YES_NO -> Optional.of(new QuestionType.YesNo());
            case SCALE -> scale();
            case NUMBER -> number();
            case DATE ->
                Optional.of(new QuestionType.Date(
                        form.has("future", "on") ? QuestionType.Days.ANY : QuestionType.Days.PAST));
            case TEXT -> Optional.of(new QuestionType.Text(LONGEST_TEXT));
            case MATRIX, HEADING -> throw new IllegalArgumentException("Cannot be added here: " + form.kind());
        };
    }

    private Optional<List<Option>> options() {
        List<VariableForm.OptionRow> rows =
                form.options().stream().filter(row -> !row.blank()).toList();
        Optional<String> fault = fault(rows);
        if (fault.isPresent()) {
            faults.put("options", fault.get());
            return Optional.empty();
        }
        Set<String> taken =
                rows.stream().map(VariableForm.OptionRow::code).collect(Collectors.toCollection(HashSet::new));
        List<Option> options = new ArrayList<>();
        for (VariableForm.OptionRow row : rows) {
            String code = row.code().isEmpty() ? freshCode(row.sv(), taken) : row.code();
            options.add(new Option(code, new Wording(row.sv(), row.en())));
        }
        return Optional.of(options);
    }

    private static Optional<String> fault(List<VariableForm.OptionRow> rows) {
        if (rows.stream().anyMatch(row -> row.sv().isEmpty())) {
            return Optional.of("instrument.variable.fault.option-swedish");
        }
        if (rows.size() < 2) {
            return Optional.of("instrument.variable.fault.options");
        }
        long different = rows.stream()
                .map(row -> row.sv().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        return different < rows.size() ? Optional.of("instrument.variable.fault.same-option") : Optional.empty();
    }

    private static String freshCode(String label, Set<String> taken) {
        String code = PlainName.fresh(PlainName.of(label, LONGEST_CODE, "svar"), taken::contains);
        taken.add(code);
        return code;
    }

    private Optional<QuestionType> scale() {
        need("lowLabelSv", "instrument.variable.fault.ends");
        need("highLabelSv", "instrument.variable.fault.ends");
        Optional<Integer> low = whole("low");
        Optional<Integer> high = whole("high");
        if (low.isEmpty() || high.isEmpty() || low.get() >= high.get() || high.get() - low.get() > 20) {
            faults.put("low", "instrument.variable.fault.scale");
        }
        return faults.isEmpty()
                ? Optional.of(new QuestionType.Scale(
                        low.orElseThrow(), high.orElseThrow(), wording("lowLabel"), wording("highLabel")))
                : Optional.empty();
    }

    private Optional<QuestionType> number() {
        Optional<BigDecimal> low = decimal("low");
        Optional<BigDecimal> high = decimal("high");
        Optional<Integer> decimals = whole("decimals").filter(count -> count >= 0 && count <= 3);
        if (low.isEmpty() || high.isEmpty() || low.get().compareTo(high.get()) >= 0 || decimals.isEmpty()) {
            faults.put("low", "instrument.variable.fault.range");
            return Optional.empty();
        }
        return Optional.of(new QuestionType.Numeric(
                new Range(low.get(), high.get()),
                decimals.get(),
                Optional.of("unit")
                        .filter(name -> !form.text(name + "Sv").isEmpty())
                        .map(this::wording)));
    }

    private Optional<Integer> whole(String field) {
        String text = form.text(field);
        return text.matches("-?\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private Optional<BigDecimal> decimal(String field) {
        String text = form.text(field).replace(',', '.').replace(" ", "");
        return text.matches("-?\\d{1,9}(\\.\\d{1,3})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
