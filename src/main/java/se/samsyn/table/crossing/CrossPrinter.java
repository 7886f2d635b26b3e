package se.samsyn.table.crossing;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samsyn.kernel.Wording;
import se.samsyn.table.CrossPrinting;
import se.samsyn.table.CrossQuestion;

/** Answers crossings asked on the command line. */
@Component
class CrossPrinter implements CrossPrinting {

    private final Crossings crossings;
    private final CrosstabFiles files;
    private final MessageSource messages;

    CrossPrinter(Crossings crossings, CrosstabFiles files, MessageSource messages) {
        this.crossings = crossings;
        this.files = files;
        this.messages = messages;
    }

    @Override
    public Printed print(CrossQuestion question, Locale locale) {
        try {
            Crosstab table = crossings.print(Crossing.of(
                    question.set(),
                    question.rows(),
                    question.columns(),
                    question.layers(),
                    question.show(),
                    question.number(),
                    question.filter()));
            return new Printed(true, files.csv(table, locale).replace("\uFEFF", ""));
        } catch (CrossingFault fault) {
            Object[] spoken = Arrays.stream(fault.arguments())
                    .map(argument -> argument instanceof Wording wording ? wording.in(locale) : argument)
                    .toArray();
            return new Printed(false, messages.getMessage(fault.message(), spoken, locale) + "\n");
        }
    }
}
