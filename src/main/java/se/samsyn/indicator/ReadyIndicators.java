package se.samsyn.indicator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Indicators and sources that come with the program: the three figures on violence in close relationships that municipalities report to Kolada each
 * spring, and the sources that are in use everywhere. Put in place at the start; what users have changed is left as it is.
 */
@Component
public class ReadyIndicators implements SmartLifecycle {
    /*
     * The three figures: Kolada's U30750, U30751 and U30752 [1]: adults of whom social services learnt (cases opened in the year), adults given at least one
     * intervention (on some day of the year), and adults whose case was closed in the year with the overall goal reached fully or partly; per 10 000
     * inhabitants of 18 years and more. Age is that of the year the case was opened; cases without a known age are not counted.
     *
     * [1] RKA: Kolada, indicators U30750-U30752, definitions as of 2026.
     */

    /** Cases opened, with a measure, and closed with the goal reached, by the id of the figure in Kolada. */
    public static final Map<String, IndicatorKey> VIOLENCE = Map.of(
            "U30750", new IndicatorKey("vald-aktualiserade"),
            "U30751", new IndicatorKey("vald-insats"),
            "U30752", new IndicatorKey("vald-mal"));

    private static final String ADULTS = "age:bands=18~25~35~45~55~65";
    private static final int FROM = 2019;

    private final Catalogue catalogue;
    private final Definitions definitions;
    private final IndicatorKey adults;
    private volatile boolean done;

    ReadyIndicators(Catalogue catalogue, Definitions definitions, @Value("${samsyn.indicator.adults}") String adults) {
        this.catalogue = catalogue;
        this.definitions = definitions;
        this.adults = new IndicatorKey(adults);
    }

    /** The indicator that tells how many adults there are. */
    public IndicatorKey adults() {
        return adults;
    }

    @Override
    public void start() {
        done = true;
        ReadySources.all().forEach(catalogue::provide);
        provide(
                "vald-aktualiserade",
                        "Vuxna som aktualiserats på grund av våld i nära relation eller hedersrelaterat våld, antal per 10 000 vuxna",
                "Ärenden med instrumentet våld som öppnats under året, för personer som fyller minst 18 år. Motsvarar Koladas U30750.",
                        "");
        provide(
                "vald-insats",
                "Vuxna som fått minst en insats på grund av våld i nära relation eller hedersrelaterat våld, antal per 10 000 vuxna",
                "Ärenden med instrumentet våld där någon insats pågick under året, för personer som fyllde minst 18 år då ärendet öppnades. Motsvarar Koladas U30751.",
                "supportyear-{year}@case=yes");
        provide(
                "vald-mal",
                "Vuxna vars ärende om våld avslutats med det övergripande målet helt eller delvis nått, antal per 10 000 vuxna",
                "Ärenden med instrumentet våld som avslutats under året och där det övergripande målet senast bedömdes som helt eller delvis nått. Motsvarar Koladas U30752.",
                "yearclosed@case={year};overallgoal@case=PARTLY_REACHED~FULLY_REACHED");
    }

    private void provide(String key, String title, String description, String counted) {
        var indicator = new Indicator(
                new IndicatorKey(key),
                Definitions.SOURCE,
                Optional.empty(),
                title,
                description,
                "Individ- och familjeomsorg",
                "Volymer",
                Scale.PER_10000,
                1,
                Wanted.NONE,
                true,
                "Kalenderår",
                Optional.empty(),
                List.of());
        definitions.provide(
                indicator,
                new Definition(
                        "vald",
                        Definition.Statistic.RATE,
                        ADULTS,
                        counted,
                        "",
                        Optional.of(adults),
                        Definition.Inhabitants.END_OF_YEAR),
                FROM);
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** Before the demo's figures and the web server. */
    @Override
    public int getPhase() {
        return -1;
    }
}
