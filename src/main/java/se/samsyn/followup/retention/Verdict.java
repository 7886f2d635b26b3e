package se.samsyn.followup.retention;

import java.time.LocalDate;
import java.util.List;

/** How a rule falls out for a case, with the derivation in words. */
public sealed interface Verdict {

    /** The steps that led here, in order. */
    List<Said> derivation();

    /** The case or its support goes on; no years are counted yet. */
    record GoesOn(List<Said> derivation) implements Verdict {}

    /** Never erased. */
    record Kept(List<Said> derivation) implements Verdict {}

    /** Not erased before a decision is lifted. */
    record Held(List<Said> derivation) implements Verdict {}

    /**
     * To be erased.
     *
     * @param arises the day the duty arises
     * @param last the last day of the calendar year after, by when it must have been done
     * @param question what must be answered first
     */
    record Erased(LocalDate arises, LocalDate last, Question question, List<Said> derivation) implements Verdict {

        /** Whether it is to be erased this day, with nothing left to ask. */
        public boolean ready(LocalDate today) {
            return due(today) && question == Question.NONE;
        }

        /** Whether the duty has arisen. */
        public boolean due(LocalDate today) {
            return !today.isBefore(arises);
        }

        /** Whether it should have been done before this day. */
        public boolean late(LocalDate today) {
            return today.isAfter(last);
        }
    }

    /** What somebody must answer before a case is erased. */
    enum Question {
        NONE,
        /** Whether the person was born on a day that the research archive keeps. */
        BORN
    }

    /**
     * A step in words.
     *
     * @param key of a message
     * @param arguments days as text, and numbers
     */
    record Said(String key, List<Object> arguments) {

        static Said of(String key, Object... arguments) {
            return new Said("followup.retention.says." + key, List.of(arguments));
        }
    }
}
