package se.samsyn.exchange.indicators;

import java.util.List;
import se.samsyn.indicator.Delivery;
import se.samsyn.indicator.Source;

/** What a file or an answer gives, before anything is stored. */
sealed interface Drafted {

    /**
     * Can be stored.
     *
     * @param source to register first, unless it is there
     * @param remarks what was left out, and what else there is to know, in Swedish
     */
    record Ready(Source source, Delivery delivery, List<String> remarks) implements Drafted {

        /** Copies the remarks. */
        public Ready {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Nothing of it can be stored.
     *
     * @param unlisted how many troubles there are besides
     */
    record Refused(List<Trouble> troubles, long unlisted) implements Drafted {

        /** Copies the troubles. */
        public Refused {
            troubles = List.copyOf(troubles);
        }

        static Refused of(String where, String what) {
            return new Refused(List.of(new Trouble(where, what)), 0);
        }
    }
}
