package se.samsyn.exchange;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samsyn.exchange.sheet.Problem;

/** Puts problems into words, and into a file the user can work through. */
@Component
public class ProblemTexts {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A problem in words.
     *
     * @param row blank for the file as a whole
     * @param remedy what to do about it
     */
    public record Line(String row, String column, String text, String remedy, boolean stops) {}

    /** The problems in the reader's language. */
    public List<Line> lines(List<Problem> problems, Locale locale) {
        return problems.stream().map(problem -> line(problem, locale)).toList();
    }

    private Line line(Problem problem, Locale locale) {
        Object[] details = details(problem, locale);
        String code = problem.fault().code();
        return new Line(
                problem.row() == 0 ? "" : String.valueOf(problem.row()),
                problem.column(),
                messages.getMessage("exchange.problem." + code, details, locale),
                messages.getMessage("exchange.remedy." + code, details, locale),
                problem.stops());
    }

    private Object[] details(Problem problem, Locale locale) {
        List<String> details = problem.details();
        if (problem.fault() == ImportFault.ANSWER_NOT_TAKEN && !details.isEmpty()) {
            Object[] args = details.subList(1, details.size()).toArray();
            return new Object[] {messages.getMessage(details.getFirst(), args, details.getFirst(), locale)};
        }
        if (problem.fault() == ImportFault.MISSING_VALUE || problem.fault() == ImportFault.MISSING_ORIGIN) {
            String name = details.getFirst();
            return new Object[] {messages.getMessage("exchange.trait." + name, null, name, locale)};
        }
        return details.toArray();
    }

    /** The problems as CSV for Swedish Excel, safe to open there. */
    public String csv(List<Problem> problems, Locale locale) {
        var csv = new StringBuilder(BYTE_ORDER_MARK);
        for (String head : List.of("row", "column", "problem", "remedy")) {
            csv.append(CsvText.field(messages.getMessage("exchange.problems." + head, null, locale)))
                    .append(head.equals("remedy") ? "\r\n" : ";");
        }
        for (Line line : lines(problems, locale)) {
            csv.append(CsvText.field(line.row())).append(';');
            csv.append(CsvText.field(line.column())).append(';');
            csv.append(CsvText.field(line.text())).append(';');
            csv.append(CsvText.field(line.remedy())).append("\r\n");
        }
        return csv.toString();
    }
}
