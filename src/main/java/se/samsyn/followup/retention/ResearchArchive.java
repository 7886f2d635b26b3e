package se.samsyn.followup.retention;

import java.util.Set;
import se.samsyn.kernel.PlaceCode;

/**
 * What is kept for research: everything in the counties of Östergötland, Gotland and Västernorrland and in Göteborg, elsewhere those
 * born on the 5th, 15th or 25th of a month. Source: Socialtjänstförordningen (2025:468) 13:1.
 */
enum ResearchArchive {
    KEEPS_ALL,
    KEEPS_SAMPLE;

    private static final Set<PlaceCode> ALL =
            Set.of(new PlaceCode("05"), new PlaceCode("09"), new PlaceCode("22"), new PlaceCode("1480"));

    static ResearchArchive of(PlaceCode municipality) {
        return ALL.stream().anyMatch(place -> place.contains(municipality)) ? KEEPS_ALL : KEEPS_SAMPLE;
    }
}
