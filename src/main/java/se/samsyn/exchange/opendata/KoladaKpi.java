package se.samsyn.exchange.opendata;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import se.samsyn.kernel.Level;

/**
 * An indicator of Kolada's. Texts are Swedish and blank where Kolada gives none; the original source often stands in the description
 * as {@code Källa: …}.
 *
 * @param auspice the letter of who runs the service the indicator is about, as Kolada gives it; v2 calls it auspices
 * @param levels what it is for: municipalities (K), regions (L) or both (A); empty if Kolada says something else
 * @param byGender whether there are values for women and men
 * @param forUnits whether there are values for units
 * @param published day of next or latest publication
 * @param preliminary day of preliminary publication
 * @param period the period of that publication, as a rule a year
 */
public record KoladaKpi(
        KoladaId id,
        String title,
        String description,
        String auspice,
        String area,
        String perspective,
        Set<Level> levels,
        boolean byGender,
        boolean forUnits,
        Optional<LocalDate> published,
        Optional<LocalDate> preliminary,
        String period)
        implements KoladaThing {

    /** Copies the levels. */
    public KoladaKpi {
        levels = Set.copyOf(levels);
    }
}
