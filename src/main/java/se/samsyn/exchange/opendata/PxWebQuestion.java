package se.samsyn.exchange.opendata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Which cells of a table are wanted.
 *
 * @param picks values by the variable's code; a variable that is left out is summed over, if the table allows it
 */
public record PxWebQuestion(PxTableId table, Map<String, Pick> picks, Format format) {

    /** The form of the answers. */
    public enum Format {
        JSON_STAT2("json-stat2"),
        PX("px");

        private final String word;

        Format(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Values of one variable. */
    public sealed interface Pick {

        /** All values. */
        record All() implements Pick {}

        /** These values; repeated codes count once. */
        record Codes(List<String> codes) implements Pick {

            /** Drops repeated codes, on which some servers fail. */
            public Codes {
                codes = List.copyOf(new LinkedHashSet<>(codes));
            }
        }

        /** The last values in the table's order, as a rule the latest periods. */
        record Last(int count) implements Pick {

            /** Checks the number. */
            public Last {
                if (count < 1) {
                    throw new IllegalArgumentException("At least one value is picked");
                }
            }
        }
    }

    /** Keeps the order. */
    public PxWebQuestion {
        picks = Collections.unmodifiableMap(new LinkedHashMap<>(picks));
    }
}
