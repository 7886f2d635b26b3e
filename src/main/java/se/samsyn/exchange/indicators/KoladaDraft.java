package se.samsyn.exchange.indicators;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import se.samsyn.exchange.opendata.Fetched;
import se.samsyn.exchange.opendata.Kolada;
import se.samsyn.exchange.opendata.KoladaKpi;
import se.samsyn.exchange.opendata.KoladaPlace;
import se.samsyn.exchange.opendata.KoladaQuestion;
import se.samsyn.exchange.opendata.KoladaTaker;
import se.samsyn.exchange.opendata.KoladaValue;
import se.samsyn.exchange.opendata.KoladaWanted;
import se.samsyn.exchange.opendata.OpenDataProblem;
import se.samsyn.exchange.opendata.Progress;
import se.samsyn.indicator.Delivery;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Observation;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.table.Where;

/**
 * Kolada's answers as a delivery. They are gone through twice: once to see that they are whole and what is left out of them, and once,
 * value by value, into the store. From the net, the second time reads the answers kept from the first.
 */
final class KoladaDraft {

    private final Kolada kolada;
    private final String name;
    private final PlaceFinder places;
    private final Known known;
    private final Progress progress;
    private final List<String> remarks = new ArrayList<>();

    /**
     * From some answers.
     *
     * @param name of the files or the question, for the list of imports
     * @param known the indicators there already are
     */
    KoladaDraft(Kolada kolada, String name, PlaceFinder places, Known known, Progress progress) {
        this.kolada = kolada;
        this.name = name;
        this.places = places;
        this.known = known;
        this.progress = progress;
    }

    /** Everything that saved answers hold: indicators, values, and places, which are only checked. */
    Drafted ofSaved() {
        var all = KoladaQuestion.ofPlaces(List.of(), List.of(), List.of());
        Fetched<List<KoladaPlace>> listed = kolada.places(KoladaWanted.ALL, progress);
        if (listed instanceof Fetched.Refused<List<KoladaPlace>>(var problem)) {
            return Drafted.Refused.of(name, told(problem));
        }
        var list = ((Fetched.Complete<List<KoladaPlace>>) listed).value();
        check(list);
        return of(KoladaWanted.ALL, all, list.size());
    }

    /** Without the name that a received file has here. */
    private static String told(OpenDataProblem problem) {
        return problem.text().replaceAll(" \\([0-9a-f-]{36}\\.json\\)", "");
    }

    /** What was asked for; ids that Kolada does not know are named. */
    Drafted ofAsked(KoladaWanted.Ids kpis, KoladaQuestion question) {
        return of(kpis, question, 0);
    }

    private void check(List<KoladaPlace> listed) {
        var unknown = new Leftover();
        listed.stream()
                .filter(place -> !places.knows(place.code()))
                .forEach(place -> unknown.add(place.id() + " " + place.title()));
        if (!listed.isEmpty()) {
            remarks.add("Listan över platser har " + listed.size()
                    + " platser; den jämförs med platsregistret och lagras inte.");
        }
        unknown.tell("%d platser i listan finns inte i platsregistret: %s.", remarks::add);
    }

    private Drafted of(KoladaWanted wanted, KoladaQuestion question, int alsoListed) {
        Fetched<List<KoladaKpi>> described = kolada.kpis(wanted, progress);
        if (described instanceof Fetched.Refused<List<KoladaKpi>>(var problem)) {
            return Drafted.Refused.of(name, told(problem));
        }
        var kpis = (Fetched.Complete<List<KoladaKpi>>) described;
        List<Indicator> indicators = indicators(kpis.value());
        var sight = new Sight();
        Fetched<Long> seen = kolada.values(question, sight, progress);
        if (seen instanceof Fetched.Refused<Long>(var problem)) {
            return Drafted.Refused.of(name, told(problem));
        }
        var values = (Fetched.Complete<Long>) seen;
        if (indicators.isEmpty()
                && values.value() == 0
                && (alsoListed == 0 || !kpis.unknown().isEmpty())) {
            return Drafted.Refused.of(name, nothing(kpis.unknown()));
        }
        var undescribed = undescribed(sight.kpis, indicators);
        if (undescribed.size() > 0) {
            return Drafted.Refused.of(
                    name,
                    "Värden finns för %d nyckeltal som inte är beskrivna: %s. Läs in listan över nyckeltal (kpi) först, eller tillsammans med värdena."
                            .formatted(undescribed.size(), undescribed.told()));
        }
        tell(kpis, values, sight);
        var fetched = values.value() > 0 ? values.fetchedAt() : kpis.fetchedAt();
        return new Drafted.Ready(
                KoladaTexts.SOURCE,
                new Delivery(KoladaTexts.KEY, name, fetched, extent(wanted, question), indicators, feed(question)),
                remarks);
    }

    /** Saved answers may be any part of what was asked; an answer from the net is all there is of what it was asked for. */
    private static Delivery.Extent extent(KoladaWanted wanted, KoladaQuestion question) {
        if (wanted.equals(KoladaWanted.ALL) || question.changedSince().isPresent()) {
            return Delivery.Extent.PART;
        }
        return question.at().isEmpty() ? Delivery.Extent.OF_ITS_YEARS : Delivery.Extent.OF_ITS_PLACES;
    }

    private Leftover undescribed(Set<String> valued, List<Indicator> indicators) {
        Set<String> rest = new LinkedHashSet<>(valued);
        indicators.forEach(one -> rest.remove(one.key().value()));
        List<IndicatorKey> keys =
                rest.stream().flatMap(id -> KoladaTexts.key(id).stream()).toList();
        known.find(keys).keySet().forEach(key -> rest.remove(key.value()));
        var undescribed = new Leftover();
        rest.forEach(undescribed::add);
        return undescribed;
    }

    private static String nothing(List<String> unknown) {
        return unknown.isEmpty()
                ? "Här finns inga nyckeltal och inga värden från Kolada. Spara svaren från API:et (kpi och data) som de är."
                : "Kolada har inga nyckeltal med dessa id: " + String.join(", ", unknown) + ".";
    }

    /** Those that others are told per come first, so that they are there to point at. */
    private List<Indicator> indicators(List<KoladaKpi> kpis) {
        var odd = new Leftover();
        var indicators = new ArrayList<Indicator>();
        for (KoladaKpi kpi : kpis) {
            KoladaTexts.indicator(kpi)
                    .ifPresentOrElse(indicators::add, () -> odd.add(kpi.id().value()));
        }
        odd.tell("%d nyckeltal utelämnas, eftersom deras id inte kan vara nycklar: %s.", remarks::add);
        indicators.sort(Comparator.comparing((Indicator one) -> one.base().isPresent()));
        return indicators;
    }

    private void tell(Fetched.Complete<List<KoladaKpi>> kpis, Fetched.Complete<Long> values, Sight sight) {
        var unknown = new LinkedHashSet<>(kpis.unknown());
        unknown.addAll(values.unknown());
        if (!unknown.isEmpty()) {
            remarks.add("Svaret säger inget om: " + String.join(", ", unknown) + ".");
        }
        if (!kpis.value().isEmpty()) {
            remarks.addAll(kpis.warnings());
        }
        if (values.value() > 0) {
            values.warnings().stream().filter(text -> !remarks.contains(text)).forEach(remarks::add);
        }
        sight.groups.tell("Värden för %d grupper eller enheter utelämnas: %s.", remarks::add);
        sight.unknown.tell("Värden för %d okända platser utelämnas: %s.", remarks::add);
        if (sight.withdrawn > 0) {
            remarks.add(sight.withdrawn + " värden är borttagna i Kolada.");
        }
    }

    private Delivery.Feed feed(KoladaQuestion question) {
        return (values, withdrawn) -> {
            if (kolada.values(question, new Giver(values, withdrawn), progress)
                    instanceof Fetched.Refused<Long>(var problem)) {
                throw new Delivery.Refused(told(problem));
            }
        };
    }

    private Optional<PlaceCode> place(KoladaValue value) {
        return value.at().place().filter(places::knows);
    }

    /** Sees what there is, and keeps nothing of it. */
    private final class Sight implements KoladaTaker {
        private final Set<String> kpis = new LinkedHashSet<>();
        private final Leftover groups = new Leftover();
        private final Leftover unknown = new Leftover();
        private long withdrawn;

        @Override
        public void take(KoladaValue value) {
            if (value.at().place().isEmpty()) {
                groups.add(value.at().value());
            } else if (place(value).isEmpty()) {
                unknown.add(value.at().value());
            } else {
                kpis.add(value.kpi().value());
                withdrawn += value.deleted() ? 1 : 0;
            }
        }

        @Override
        public void done() {}
    }

    /** Hands values on. */
    private final class Giver implements KoladaTaker {
        private final Consumer<Observation> values;
        private final Consumer<Observation> withdrawn;

        Giver(Consumer<Observation> values, Consumer<Observation> withdrawn) {
            this.values = values;
            this.withdrawn = withdrawn;
        }

        @Override
        public void take(KoladaValue value) {
            place(value).ifPresent(place -> {
                var observation = new Observation(
                        new IndicatorKey(value.kpi().value()),
                        new Where.Area(place),
                        value.year(),
                        KoladaTexts.sex(value.gender()),
                        "",
                        KoladaTexts.reading(value),
                        value.count().isPresent() && value.count().getAsInt() > 1
                                ? value.count()
                                : OptionalInt.empty());
                (value.deleted() ? withdrawn : values).accept(observation);
            });
        }

        @Override
        public void done() {}
    }
}
