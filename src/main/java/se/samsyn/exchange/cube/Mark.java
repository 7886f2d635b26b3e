package se.samsyn.exchange.cube;

/**
 * What a cell is: a number, or which of the four kinds of empty.
 *
 * <p>To and from the files, where a file does not say otherwise:
 *
 * <table>
 * <caption>Marks and symbols</caption>
 * <tr><th>mark</th><th>PX symbol</th><th>JSON-stat value and status</th><th>value here</th></tr>
 * <tr><td>NUMBER</td><td>the number</td><td>the number, any status kept as symbol</td><td>the number</td></tr>
 * <tr><td>NIL</td><td>{@code -}</td><td>0 and {@code -}</td><td>0</td></tr>
 * <tr><td>NOT_APPLICABLE</td><td>{@code .}</td><td>null and {@code .} (read also: {@code z})</td><td>NaN</td></tr>
 * <tr><td>MISSING</td><td>{@code ..}, {@code ....} to {@code ......} and the sum's seven dots</td>
 * <td>null and {@code ..}; null without status (read also: {@code m})</td><td>NaN</td></tr>
 * <tr><td>HIDDEN</td><td>{@code ...}</td><td>null and {@code ...} (read also: {@code c} and a colon)</td><td>NaN</td></tr>
 * </table>
 *
 * <p>A file's own words win: the text of {@code DATASYMBOL1} to {@code DATASYMBOL6} in PX, and {@code extension.status.label} in
 * JSON-stat, as {@link Symbol#of(String, String)} reads them. The symbol a cell had is kept beside the mark.
 */
public enum Mark {
    /** A number. */
    NUMBER,
    /** Nothing to count: a true zero that is shown as a dash. */
    NIL,
    /** Not known, not collected or not yet there. */
    MISSING,
    /** Known and not shown, for secrecy. */
    HIDDEN,
    /** Cannot exist. */
    NOT_APPLICABLE;

    /** Whether there is a number, be it a zero. */
    public boolean counts() {
        return this == NUMBER || this == NIL;
    }
}
