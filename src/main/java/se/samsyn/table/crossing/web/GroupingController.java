package se.samsyn.table.crossing.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.kernel.Wording;
import se.samsyn.table.crossing.CrossingFault;
import se.samsyn.table.crossing.Crossings;
import se.samsyn.table.crossing.OwnGrouping;
import se.samsyn.table.crossing.OwnGroupings;
import se.samsyn.table.source.Codebook;
import se.samsyn.table.source.Stock;

/** Makes and removes groupings of a data set's codes. */
@Controller
@Demands(Action.CROSS_TABLES)
final class GroupingController {

    private static final int CODES_SHOWN = 400;

    private final Crossings crossings;
    private final OwnGroupings groupings;
    private final Access access;
    private final MessageSource messages;

    GroupingController(Crossings crossings, OwnGroupings groupings, Access access, MessageSource messages) {
        this.crossings = crossings;
        this.groupings = groupings;
        this.access = access;
        this.messages = messages;
    }

    /** A grouping as the page lists it. */
    record Listed(UUID id, String name, String variable, List<String> lines, boolean own) {}

    /** A variable with the codes that a grouping may name. */
    record Variable(String key, String label, List<Codebook.Code> codes) {}

    @GetMapping("/korstabell/indelningar")
    String page(@RequestParam(defaultValue = "") String data, Model model) {
        access.requireAtHome(Action.CROSS_TABLES);
        List<Stock> stocks = crossings.stocks();
        if (stocks.isEmpty()) {
            return "table/nothing";
        }
        Stock stock = stocks.stream()
                .filter(one -> one.codebook().set().value().equals(data))
                .findFirst()
                .orElse(stocks.getFirst());
        Locale locale = LocaleContextHolder.getLocale();
        model.addAttribute("stocks", stocks);
        model.addAttribute("stock", stock);
        model.addAttribute("variables", variables(stock.codebook(), locale));
        model.addAttribute(
                "groupings",
                groupings.of(stock).stream()
                        .map(grouping -> listed(grouping, stock.codebook(), locale))
                        .toList());
        return "table/groupings";
    }

    private static List<Variable> variables(Codebook codebook, Locale locale) {
        return codebook.fields().stream()
                .filter(field -> field.values() instanceof Codebook.Codes)
                .map(field -> {
                    List<Codebook.Code> codes = ((Codebook.Codes) field.values()).codes();
                    return new Variable(
                            field.key(),
                            field.label().in(locale),
                            codes.subList(0, Math.min(CODES_SHOWN, codes.size())));
                })
                .toList();
    }

    private Listed listed(OwnGrouping grouping, Codebook codebook, Locale locale) {
        int at = codebook.position(grouping.field());
        return new Listed(
                grouping.id(),
                grouping.name(),
                at < 0 ? grouping.field() : codebook.fields().get(at).label().in(locale),
                grouping.contents().lines().filter(line -> !line.isBlank()).toList(),
                grouping.owner().equals(access.actor().place()));
    }

    @PostMapping("/korstabell/indelningar")
    String make(
            @RequestParam String data,
            @RequestParam String variabel,
            @RequestParam String namn,
            @RequestParam String grupper,
            Model model) {
        access.requireAtHome(Action.CROSS_TABLES);
        Stock stock = crossings.stocks().stream()
                .filter(one -> one.codebook().set().value().equals(data))
                .findFirst()
                .orElseThrow(NotFoundOrDenied::new);
        try {
            groupings.make(stock, variabel, namn, grupper);
        } catch (CrossingFault fault) {
            model.addAttribute("fault", say(fault));
            model.addAttribute("variabel", variabel);
            model.addAttribute("namn", namn);
            model.addAttribute("grupper", grupper);
            return page(data, model);
        }
        return "redirect:/korstabell/indelningar?data=" + stock.codebook().set().value();
    }

    private String say(CrossingFault fault) {
        Locale locale = LocaleContextHolder.getLocale();
        Object[] spoken = Arrays.stream(fault.arguments())
                .map(argument -> argument instanceof Wording wording ? wording.in(locale) : argument)
                .toArray();
        return messages.getMessage(fault.message(), spoken, locale);
    }

    @PostMapping("/korstabell/indelningar/{id}/ta-bort")
    String remove(@PathVariable UUID id) {
        access.requireAtHome(Action.CROSS_TABLES);
        groupings.remove(id);
        return "redirect:/korstabell/indelningar";
    }
}
