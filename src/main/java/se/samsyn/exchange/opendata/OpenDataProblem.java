package se.samsyn.exchange.opendata;

/**
 * Why an answer is refused.
 *
 * @param where host and path of the address without its query, the name of a file, or blank for the question itself
 * @param what what is wrong, in Swedish
 */
public record OpenDataProblem(OpenDataFault fault, String where, String what) {

    private static final int LONGEST = 120;

    /** Shortens a long place. */
    public OpenDataProblem {
        where = where.length() > LONGEST ? where.substring(0, LONGEST) + "…" : where;
    }

    /** What is wrong, where, and what to do, as one text for the user. */
    public String text() {
        String place = where.isBlank() ? "" : " (" + where + ")";
        return what + place + " " + fault.remedy();
    }
}
