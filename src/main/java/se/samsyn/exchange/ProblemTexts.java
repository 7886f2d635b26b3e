package se.samsyn.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.VariableKey;
import se.samsyn.sheet.Problem;
import se.samsyn.sheet.SafeText;

/** Puts problems into words, and into a file the user can work through. */
@Component
public class ProblemTexts {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final MessageSource messages;
    private final Meanings meanings;

    ProblemTexts(MessageSource messages, Meanings meanings) {
        this.messages = messages;
        this.meanings = meanings;
    }

    /**
     * A problem in words.
     *
     * @param row blank for the file as a whole
     * @param remedy what to do about it
     */
    public record Line(String row, String column, String text, String remedy, boolean stops) {}

    /** The problems in the reader's language; variables by the words of the form. */
    public List<Line> lines(List<Problem> problems, Form form, Locale locale) {
        return problems.stream().map(problem -> line(problem, form, locale)).toList();
    }

    private Line line(Problem problem, Form form, Locale locale) {
        Object[] details = details(problem, form, locale);
        String code = problem.fault().code();
        return new Line(
                problem.row() == 0 ? "" : String.valueOf(problem.row()),
                problem.column(),
                messages.getMessage("exchange.problem." + code, details, locale),
                messages.getMessage("exchange.remedy." + code, details, locale),
                problem.stops());
    }

    private Object[] details(Problem problem, Form form, Locale locale) {
        if (!(problem.fault() instanceof ImportFault fault)) {
            return problem.details().toArray();
        }
        List<String> told = new ArrayList<>(problem.details());
        switch (fault) {
            case ANSWER_NOT_TAKEN -> {
                Object[] args = told.subList(1, told.size()).toArray();
                return new Object[] {messages.getMessage(told.getFirst(), args, told.getFirst(), locale)};
            }
            case MISSING_VALUE, MISSING_ORIGIN ->
                told.set(0, messages.getMessage("exchange.trait." + told.getFirst(), null, locale));
            case UNKNOWN_CODE -> told.set(1, meanings.line(told.get(1), form, locale));
            case NOT_ASKED_IN_PHASE ->
                told.set(1, messages.getMessage("instrument.phase." + told.get(1), null, locale));
            case HIDDEN_BY_RULE, REQUIRED_MISSING, UNKNOWN_OPTION_IN_MAPPING ->
                told.set(1, question(told.get(1), form, locale));
            default -> {}
        }
        return told.toArray();
    }

    private static String question(String key, Form form, Locale locale) {
        return form.find(new VariableKey(key))
                .map(found -> found.text().in(locale))
                .orElse(key);
    }

    /** The problems as CSV for Swedish Excel, safe to open there. */
    public String csv(List<Problem> problems, Form form, Locale locale) {
        var csv = new StringBuilder(BYTE_ORDER_MARK);
        for (String head : List.of("row", "column", "problem", "remedy")) {
            csv.append(SafeText.field(messages.getMessage("exchange.problems." + head, null, locale)))
                    .append(head.equals("remedy") ? "\r\n" : ";");
        }
        for (Line line : lines(problems, form, locale)) {
            csv.append(SafeText.field(line.row())).append(';');
            csv.append(SafeText.field(line.column())).append(';');
            csv.append(SafeText.field(line.text())).append(';');
            csv.append(SafeText.field(line.remedy())).append("\r\n");
        }
        return csv.toString();
    }
}
