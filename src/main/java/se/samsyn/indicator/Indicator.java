package se.samsyn.indicator;

import java.util.List;
import java.util.Optional;
import se.samsyn.kernel.PlaceCode;

/**
 * What is measured.
 *
 * @param source key of its source
 * @param owner the place that defined it; empty for imported ones, which belong to nobody here
 * @param description its definition in plain words; blank where nobody has given one
 * @param area what it is about, as the source says: individual and family care
 * @param perspective resources, volumes, quality and results; blank where the source has none
 * @param decimals how many its values are told with
 * @param bySex whether it is told for women and men apart
 * @param period when and how often it is published; blank where it is not known
 * @param base the indicator that tells its denominator, such as the number of adults
 * @param groups besides sex, from the lowest; empty for most
 */
public record Indicator(
        IndicatorKey key,
        String source,
        Optional<PlaceCode> owner,
        String title,
        String description,
        String area,
        String perspective,
        Scale scale,
        int decimals,
        Wanted wanted,
        boolean bySex,
        String period,
        Optional<IndicatorKey> base,
        List<Group> groups) {

    /** Checks the title and copies the groups. */
    public Indicator {
        if (title.isBlank()) {
            throw new IllegalArgumentException("An indicator needs a title");
        }
        if (decimals < 0 || decimals > 6) {
            throw new IllegalArgumentException("A value is told with 0 to 6 decimals");
        }
        groups = List.copyOf(groups);
    }

    /** The same, told per another; as it is where there is none. */
    Indicator per(Optional<IndicatorKey> other) {
        return other.isEmpty()
                ? this
                : new Indicator(
                        key,
                        source,
                        owner,
                        title,
                        description,
                        area,
                        perspective,
                        scale,
                        decimals,
                        wanted,
                        bySex,
                        period,
                        other,
                        groups);
    }

    /** A group besides sex. */
    public record Group(String code, String label) {

        /** Checks the code: letters, digits, hyphens, underscores and full stops. */
        public Group {
            if (!code.matches("[A-Za-z0-9_.-]{1,40}") || label.isBlank()) {
                throw new IllegalArgumentException("A group has a code of letters, digits and .-_, and a label");
            }
        }
    }
}
