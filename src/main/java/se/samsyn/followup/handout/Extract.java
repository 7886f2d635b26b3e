package se.samsyn.followup.handout;

import java.time.Instant;
import java.util.List;
import se.samsyn.access.Target;
import se.samsyn.followup.CaseId;

/**
 * Everything about one case in words, for the person it is about: the same parts whether it is read, printed or taken as a file. Its text
 * form names the case alone.
 *
 * @param where the unit and municipality of the case
 * @param made when
 * @param by who made it
 */
public record Extract(CaseId of, Target where, Instant made, String by, List<Part> parts) {

    /** Copies the parts. */
    public Extract {
        parts = List.copyOf(parts);
    }

    /** A heading with what stands under it. */
    public record Part(String title, List<Line> lines) {

        /** Copies the lines. */
        public Part {
            lines = List.copyOf(lines);
        }

        @Override
        public String toString() {
            return "Part";
        }
    }

    /** A question or name, with the answer or value. */
    public record Line(String label, String value) {

        @Override
        public String toString() {
            return "Line";
        }
    }

    @Override
    public String toString() {
        return "Extract[" + of + "]";
    }
}
