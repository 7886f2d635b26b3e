package se.samsyn.exchange.opendata;

/** Follows a long fetch and may end it. Called once after every page. */
@FunctionalInterface
public interface Progress {

    /** What to do after a page. */
    enum Next {
        GO_ON,
        STOP
    }

    /** Goes on without a word. */
    Progress SILENT = (pages, parts, ofParts) -> Next.GO_ON;

    /**
     * A page has been read.
     *
     * @param pages pages read so far; how many there will be is not known beforehand, since a part may have several
     * @param parts parts of the question that are finished
     * @param ofParts parts the question was split into, or files to read
     * @return {@link Next#STOP} ends the fetch with a refusal
     */
    Next page(long pages, long parts, long ofParts);
}
