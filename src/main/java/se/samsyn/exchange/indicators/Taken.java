package se.samsyn.exchange.indicators;

import java.util.List;
import se.samsyn.indicator.Arrived;

/** What became of an import: all of it, or nothing. */
public sealed interface Taken {

    /**
     * Stored.
     *
     * @param arrived one for each delivery
     * @param indicators how many indicators were described
     * @param remarks what was left out, and what else there is to know, in Swedish
     */
    record Done(List<Arrived> arrived, long indicators, List<String> remarks) implements Taken {

        /** Copies the lists. */
        public Done {
            arrived = List.copyOf(arrived);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Nothing has been stored.
     *
     * @param unlisted how many troubles there are besides
     */
    record Refused(List<Trouble> troubles, long unlisted) implements Taken {

        /** Copies the troubles. */
        public Refused {
            troubles = List.copyOf(troubles);
        }
    }
}
