package se.samsyn.indicator;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Sources that are in use in most places. What is declared of them is what their publishers say in general; a place declares more, such as its own
 * response rate, and what it declares stands.
 */
final class ReadySources {

    private static final Set<Source.Reach> EVERYWHERE =
            Set.of(Source.Reach.NATIONAL, Source.Reach.REGIONAL, Source.Reach.LOCAL);

    private ReadySources() {}

    static List<Source> all() {
        return List.of(
                new Source(
                        Definitions.SOURCE,
                        "Samsyn, egen uppföljning",
                        "Den egna kommunen eller regionen",
                        Source.Kind.DATABASE,
                        EVERYWHERE,
                        "",
                        "Individbaserad systematisk uppföljning, sammanställd med skydd för den enskilde.",
                        quality(
                                Quality.Gathered.REGISTER,
                                Quality.Extent.TOTAL,
                                "Ärenden som följs upp i Samsyn",
                                "Antal är ungefärliga, för att ingen ska kunna kännas igen: de kan avvika med några personer från det sanna antalet.")),
                new Source(
                        "kolada",
                        "Kolada",
                        "RKA",
                        Source.Kind.DATABASE,
                        EVERYWHERE,
                        "https://www.kolada.se",
                        "Nyckeltal för kommuner och regioner. Gruppvärden är ovägda medelvärden.",
                        quality(
                                Quality.Gathered.BOTH,
                                Quality.Extent.UNKNOWN,
                                "",
                                "Varje nyckeltal har sin egen ursprungskälla, som står i beskrivningen.")),
                new Source(
                        "scb",
                        "Statistikdatabasen",
                        "SCB",
                        Source.Kind.DATABASE,
                        EVERYWHERE,
                        "https://www.scb.se",
                        "Officiell statistik i tabeller som kan hämtas som PX och JSON-stat.",
                        quality(
                                Quality.Gathered.BOTH,
                                Quality.Extent.UNKNOWN,
                                "",
                                "Små antal i befolkningsstatistiken är från 2025 ändrade för att skydda enskilda; delar och summor kan skilja sig åt.")),
                new Source(
                        "oppna-jamforelser",
                        "Öppna jämförelser, socialtjänst",
                        "Socialstyrelsen",
                        Source.Kind.SURVEY,
                        Set.of(Source.Reach.NATIONAL, Source.Reach.LOCAL),
                        "https://www.socialstyrelsen.se",
                        "Årliga enkäter till kommuner och stadsdelar om förutsättningar och arbetssätt, område för område.",
                        quality(
                                Quality.Gathered.SURVEY,
                                Quality.Extent.TOTAL,
                                "Kommuner och, i de största städerna, stadsdelar",
                                "De flesta indikatorer mäter förutsättningar, inte resultat. Indikatorer byts ut mellan åren.")),
                new Source(
                        "brukarundersokningar",
                        "Brukarundersökningar",
                        "SKR",
                        Source.Kind.SURVEY,
                        Set.of(Source.Reach.NATIONAL, Source.Reach.LOCAL),
                        "https://skr.se",
                        "Brukarnas syn på individ- och familjeomsorg, funktionshinder och placering. Resultat för en enhet visas från fem svar.",
                        quality(
                                Quality.Gathered.SURVEY,
                                Quality.Extent.UNKNOWN,
                                "Brukare i kommuner som valt att delta",
                                "En person kan svara på mer än en enkät: svar är inte personer. Ange den egna svarsandelen.")),
                new Source(
                        "ebp-termometern",
                        "EBP-termometern",
                        "Socialstyrelsen",
                        Source.Kind.SURVEY,
                        Set.of(Source.Reach.LOCAL),
                        "https://www.socialstyrelsen.se",
                        "Personalens kunskap, inställning, förutsättningar och arbetssätt i fråga om evidensbaserad praktik.",
                        quality(
                                Quality.Gathered.SURVEY,
                                Quality.Extent.TOTAL,
                                "Personal i den egna verksamheten",
                                "37 påståenden. Jämförs med en grupp på 612 kommunanställda och med egna tidigare år.")));
    }

    private static Quality quality(Quality.Gathered gathered, Quality.Extent extent, String population, String note) {
        return new Quality(
                gathered,
                extent,
                OptionalDouble.empty(),
                Quality.Known.UNKNOWN,
                Quality.Known.UNKNOWN,
                population,
                note);
    }
}
