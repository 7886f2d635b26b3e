package se.samsyn.indicator.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.Indicator;
import se.samsyn.indicator.IndicatorKey;
import se.samsyn.indicator.Observation;
import se.samsyn.indicator.Reading;
import se.samsyn.indicator.ReadyIndicators;
import se.samsyn.indicator.SexPart;
import se.samsyn.kernel.Level;
import se.samsyn.organisation.Organisations;
import se.samsyn.table.Where;

/** The three figures on violence in close relationships that are reported to Kolada each spring. */
@Controller
@Demands(Action.READ_RESULTS)
final class ViolenceController {

    private static final List<String> ORDER = List.of("U30750", "U30751", "U30752");

    private final Catalogue catalogue;
    private final ReadyIndicators ready;
    private final Organisations organisations;
    private final Access access;
    private final Clock clock;

    ViolenceController(
            Catalogue catalogue, ReadyIndicators ready, Organisations organisations, Access access, Clock clock) {
        this.catalogue = catalogue;
        this.ready = ready;
        this.organisations = organisations;
        this.access = access;
        this.clock = clock;
    }

    /** One of the figures: in all, for women and for men. */
    record Figure(String id, Indicator indicator, List<Part> parts) {

        /** Whether it has been computed for the year. */
        boolean isTold() {
            return parts.getFirst().cases().isPresent() || parts.getFirst().hidden();
        }
    }

    /**
     * What a figure says of everybody, of women or of men.
     *
     * @param cases how many, about; empty where it is not told
     * @param hidden whether it is computed and too small to be told
     * @param published what Kolada has for the same place and year, where that has been imported
     */
    record Part(SexPart sex, OptionalDouble cases, boolean hidden, OptionalDouble rate, OptionalDouble published) {}

    @GetMapping("/vald-i-nara-relation")
    String figures(@RequestParam(name = "ar", required = false) Optional<Integer> asked, Model model) {
        access.requireAtHome(Action.READ_RESULTS);
        Where here = new Where.Area(access.actor().place());
        int last = LocalDate.now(clock).getYear() - 1;
        int year = asked.filter(one -> one > last - 8 && one <= last + 1).orElse(last);
        List<IndicatorKey> keys = Stream.of(
                        ReadyIndicators.VIOLENCE.values().stream(),
                        ORDER.stream().map(IndicatorKey::new),
                        Stream.of(ready.adults()))
                .flatMap(all -> all)
                .toList();
        List<Observation> values = catalogue.values(keys, List.of(here)).stream()
                .filter(value -> value.year() == year)
                .filter(value -> value.group().isEmpty())
                .toList();
        Map<IndicatorKey, Indicator> indicators = catalogue.find(keys);
        List<Figure> figures = new ArrayList<>();
        for (String id : ORDER) {
            IndicatorKey own = ReadyIndicators.VIOLENCE.get(id);
            Indicator indicator = own == null ? null : indicators.get(own);
            if (indicator != null) {
                figures.add(new Figure(
                        id,
                        indicator,
                        Stream.of(SexPart.ALL, SexPart.WOMEN, SexPart.MEN)
                                .map(sex -> part(of(values, sex), indicator.key(), id, sex))
                                .toList()));
            }
        }
        OptionalDouble adults =
                number(known(of(values, SexPart.ALL), ready.adults()).map(Reading.Known::value));
        model.addAttribute("figures", figures);
        model.addAttribute("adults", adults);
        model.addAttribute("adultsKey", ready.adults());
        model.addAttribute("told", !figures.isEmpty() && figures.stream().allMatch(Figure::isTold));
        model.addAttribute("units", !organisations.units(access.actor().place()).isEmpty());
        model.addAttribute("municipality", access.actor().place().level() == Level.MUNICIPALITY);
        model.addAttribute("place", organisations.find(access.actor().place()).orElseThrow());
        model.addAttribute("year", year);
        model.addAttribute(
                "years", Stream.iterate(last + 1, one -> one - 1).limit(8).toList());
        model.addAttribute("mayEdit", access.mayAtHome(Action.EDIT_INDICATORS));
        return "indicator/violence";
    }

    private static Part part(List<Observation> values, IndicatorKey own, String id, SexPart sex) {
        Optional<Reading.Known> known = known(values, own);
        return new Part(
                sex,
                number(known.flatMap(Reading.Known::base).map(Reading.Base::part)),
                values.stream()
                        .anyMatch(value -> value.indicator().equals(own) && value.reading() instanceof Reading.Hidden),
                number(known.map(Reading.Known::value)),
                number(known(values, new IndicatorKey(id)).map(Reading.Known::value)));
    }

    private static List<Observation> of(List<Observation> values, SexPart sex) {
        return values.stream().filter(value -> value.sex() == sex).toList();
    }

    private static Optional<Reading.Known> known(List<Observation> values, IndicatorKey key) {
        return values.stream()
                .filter(value -> value.indicator().equals(key))
                .flatMap(value -> value.reading() instanceof Reading.Known known ? Stream.of(known) : Stream.empty())
                .findFirst();
    }

    private static OptionalDouble number(Optional<Double> number) {
        return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
    }
}
