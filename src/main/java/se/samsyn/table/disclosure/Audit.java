package se.samsyn.table.disclosure;

/**
 * What was hidden and how it stood up to attack, in numbers of cells; cells of the same persons count as one. For the owner of the figures,
 * and for the note of a release.
 *
 * @param cells cells with at least one person
 * @param primaries cells that must not become known: too small, or concealed
 * @param hidden cells not shown, primaries included
 * @param exposed primaries told exactly whatever is hidden, by what was shown before
 * @param inFractions primaries that can be told no nearer than two persons if fractions of persons are let be, and for which no
 *     whole tables were found in the effort given; none in small tables
 * @param narrow primaries that can be told to within one person, or, where the rule has a width, nearer than that
 * @param toInsiders primaries that a person who knows to be alone in a hidden cell could tell whatever is hidden, and that are
 *     not among the exposed; looked for only with care for insiders
 * @param rounds attacks made, at least 1
 */
public record Audit(
        int cells, int primaries, int hidden, int exposed, int inFractions, int narrow, int toInsiders, int rounds) {

    /** Whether no cell with persons is shown: the rule is too strict for these tables, or they are too fine for it. */
    public boolean hidesAll() {
        return cells > 0 && hidden == cells;
    }
}
