package se.samsyn.exchange.opendata;

import java.time.Duration;
import java.util.List;

/**
 * What a PxWeb database says of itself.
 *
 * @param cells most cells in one answer
 * @param calls most calls in the window; 0 where the database tells its limit elsewhere, never that there is none
 * @param window length of the window
 * @param formats the names of formats it can answer in
 * @param licence address or name of the licence; blank if not told
 * @param credit the source line the publisher wants, in the language asked for; blank if not told
 */
public record PxWebTerms(long cells, int calls, Duration window, List<String> formats, String licence, String credit) {

    /** Copies the formats. */
    public PxWebTerms {
        formats = List.copyOf(formats);
    }
}
