package se.samsyn.exchange.opendata;

import java.util.LinkedHashSet;
import java.util.List;

/** Which of Kolada's indicators, places, groups or units are wanted. */
public sealed interface KoladaWanted {

    /** All there are. */
    record All() implements KoladaWanted {}

    /** Those with these ids, at least one; repeated ids count once. Asked for 25 at a time. */
    record Ids(List<KoladaId> ids) implements KoladaWanted {

        /** Drops repeated ids. */
        public Ids {
            ids = List.copyOf(new LinkedHashSet<>(ids));
            if (ids.isEmpty()) {
                throw new IllegalArgumentException("At least one id is wanted");
            }
        }
    }

    /** Those whose title contains the text, without regard to case. */
    record Titled(String text) implements KoladaWanted {

        /** Strips the text. */
        public Titled {
            text = text.strip();
            if (text.isEmpty()) {
                throw new IllegalArgumentException("A title to search for has at least one sign");
            }
        }
    }

    /** All there are. */
    KoladaWanted ALL = new All();
}
