package se.samsyn.followup;

import java.util.List;

/**
 * A page of a list of cases.
 *
 * @param page from 0
 * @param total cases in the whole list
 */
public record CaseList(List<CaseOverview> rows, int page, long total) {

    /** Cases on a page. */
    public static final int SIZE = 50;

    /** Whether there are more after these. */
    public boolean more() {
        return (page + 1L) * SIZE < total;
    }
}
