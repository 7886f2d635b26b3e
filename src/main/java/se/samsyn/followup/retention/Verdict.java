package se.samsyn.followup.retention;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How a rule falls out for a case, with the derivation in words. */
public sealed interface Verdict {

    /** The steps that led here, in order. */
    List<Said> derivation();

    /**
     * The case or its support goes on, and nothing is erased meanwhile.
     *
     * @param silent the day from which an open case has been without a note for as long as its rule lets it be kept: somebody
     *     must close it or write in it; empty for a closed one whose support goes on
     */
    record GoesOn(Optional<LocalDate> silent, List<Said> derivation) implements Verdict {

        /** Whether somebody must see to it. */
        public boolean silent(LocalDate today) {
            return silent.filter(day -> !today.isBefore(day)).isPresent();
        }
    }

    /** Never erased. */
    record Kept(List<Said> derivation) implements Verdict {}

    /** Not erased before a decision is lifted. */
    record Held(List<Said> derivation) implements Verdict {}

    /**
     * To be erased.
     *
     * @param arises the day the duty arises
     * @param last the last day of the calendar year after, by when it must have been done
     * @param questions what must be answered first
     */
    record Erased(LocalDate arises, LocalDate last, Set<Question> questions, List<Said> derivation) implements Verdict {

        /** Keeps the questions in their order. */
        public Erased {
            questions = Collections.unmodifiableSet(new TreeSet<>(questions));
        }

        /** Whether it is to be erased this day, with nothing left to ask. */
        public boolean ready(LocalDate today) {
            return due(today) && questions.isEmpty();
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
        /** Whether it is about what is never erased, such as a placed child. */
        KEPT_FOR,
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
