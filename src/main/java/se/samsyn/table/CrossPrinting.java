package se.samsyn.table;

import java.util.Locale;

/** Answers crossings that are asked in words, with a text. The port through which commands reach what is nested in this module. */
public interface CrossPrinting {

    /**
     * The answer.
     *
     * @param answered whether it was answered; else the text says why not, and what to do instead
     * @param text a table as CSV
     */
    record Printed(boolean answered, String text) {}

    /** Answers, for the program's own commands. */
    Printed print(CrossQuestion question, Locale locale);
}
