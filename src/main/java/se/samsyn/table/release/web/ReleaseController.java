package se.samsyn.table.release.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.UnderWay.Stage;
import se.samsyn.kernel.Wording;
import se.samsyn.table.disclosure.GivenUp;
import se.samsyn.table.release.Attacked;
import se.samsyn.table.release.Declared;
import se.samsyn.table.release.Groups;
import se.samsyn.table.release.Proposal;
import se.samsyn.table.release.ReleaseFault;
import se.samsyn.table.release.Released;
import se.samsyn.table.release.Releases;
import se.samsyn.table.source.Codebook;
import se.samsyn.table.source.Stock;
import se.samsyn.web.Attachment;
import se.samsyn.web.BadInput;
import se.samsyn.web.Heavy;
import se.samsyn.web.Numbers;

/** Declares tables, shows their owner what an attacker could learn, and releases them. */
@Controller
@Demands({Action.RELEASE_TABLES, Action.READ_RESULTS})
final class ReleaseController {

    /** What is done within this is shown at once; other work is waited for on the page. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    /** Spans of more persons are told as such alone. */
    private static final int WIDE = 10;

    private final Releases releases;
    private final Access access;
    private final MessageSource messages;
    private final Numbers numbers;

    ReleaseController(Releases releases, Access access, MessageSource messages, Numbers numbers) {
        this.releases = releases;
        this.access = access;
        this.messages = messages;
        this.numbers = numbers;
    }

    /** A hidden cell in words, for its owner. */
    record Near(String what, String told, String reason) {}

    @GetMapping("/slapp")
    String list(Model model) {
        model.addAttribute("released", releases.all());
        model.addAttribute("stocks", releases.own());
        model.addAttribute("owner", releases.mayRelease());
        return "table/releases";
    }

    @PostMapping("/slapp")
    @Heavy(Heavy.Work.QUESTION)
    String attack(
            @RequestParam String data,
            @RequestParam String tabeller,
            @RequestParam(defaultValue = "") String period,
            Model model) {
        access.requireAtHome(Action.RELEASE_TABLES);
        InstrumentKey set = BadInput.read(() -> new InstrumentKey(data));
        try {
            return "redirect:/slapp/forslag/" + releases.attack(Declared.of(set, tabeller, Optional.of(period)));
        } catch (ReleaseFault fault) {
            return refused(say(fault), data, tabeller, period, model);
        }
    }

    private String refused(String fault, String data, String tables, String period, Model model) {
        model.addAttribute("fault", fault);
        model.addAttribute("data", data);
        model.addAttribute("tabeller", tables);
        model.addAttribute("period", period);
        return list(model);
    }

    @PostMapping("/slapp/avbryt/{id}")
    String giveUp(@PathVariable UUID id) {
        access.requireAtHome(Action.RELEASE_TABLES);
        releases.giveUp(id);
        return "redirect:/slapp/forslag/" + id;
    }

    @GetMapping("/slapp/forslag/{id}")
    String draft(@PathVariable UUID id, Model model) {
        access.requireAtHome(Action.RELEASE_TABLES);
        return switch (releases.look(id, AT_ONCE)) {
            case Stage.Done<Proposal>(Attacked attacked) -> attacked(id, attacked, model);
            case Stage.Done<Proposal>(Proposal.Refused refused) -> {
                Declared declared = refused.declared();
                yield refused(
                        say(refused.fault()),
                        declared.set().value(),
                        declared.text(),
                        declared.period().orElse(""),
                        model);
            }
            case Stage.Working<Proposal> working -> {
                model.addAttribute("waiting", id);
                model.addAttribute("step", working.step());
                yield "table/attacking";
            }
            case Stage.GivenUp<Proposal> _, Stage.Failed<Proposal>(GivenUp _) -> {
                model.addAttribute("givenUp", true);
                yield list(model);
            }
            case Stage.Failed<Proposal> failed -> throw failed.fault();
        };
    }

    private String attacked(UUID id, Attacked attacked, Model model) {
        Stock stock = releases.about(attacked.declared()).orElseThrow(NotFoundOrDenied::new);
        String shown = messages.getMessage("table.release.preview.shown", null, LocaleContextHolder.getLocale());
        ReleasedPage page = new ReleasedPage(
                new Groups(stock.codebook()),
                attacked.shown(),
                messages,
                persons -> persons == 0 ? numbers.count(0) : shown);
        model.addAttribute("id", id);
        model.addAttribute("dataTitle", stock.codebook().title());
        model.addAttribute("attacked", attacked);
        model.addAttribute(
                "worst",
                attacked.worst().stream()
                        .map(worst -> near(worst, page, attacked.declared()))
                        .toList());
        model.addAttribute("tables", page.tables(attacked.declared()));
        return "table/attack";
    }

    private Near near(Attacked.Worst worst, ReleasedPage page, Declared declared) {
        Locale locale = LocaleContextHolder.getLocale();
        return new Near(
                page.words(worst.name(), declared),
                told(worst.span(), locale),
                messages.getMessage("table.release.reason." + worst.reason(), null, locale));
    }

    /** Wide spans are not told exactly: they are sums of counts that are not released yet. */
    private String told(double span, Locale locale) {
        if (Double.isInfinite(span)) {
            return messages.getMessage("table.release.unbounded", null, locale);
        }
        return span > WIDE
                ? messages.getMessage("table.release.span.wide", new Object[] {WIDE}, locale)
                : messages.getMessage("table.release.span", new Object[] {(long) span}, locale);
    }

    @PostMapping("/slapp/forslag/{id}")
    String release(@PathVariable UUID id, @RequestParam String namn, Model model) {
        access.requireAtHome(Action.RELEASE_TABLES);
        try {
            return "redirect:/slappt/" + releases.release(id, namn);
        } catch (ReleaseFault fault) {
            model.addAttribute("fault", say(fault));
            return draft(id, model);
        }
    }

    @GetMapping("/slappt/{id}")
    String released(@PathVariable UUID id, Model model) {
        Released released = releases.find(id);
        model.addAttribute("released", released);
        model.addAttribute("owner", releases.isOwn(released));
        model.addAttribute("source", codebook(released).map(Codebook::source));
        model.addAttribute(
                "tables",
                page(released).map(page -> page.tables(released.declared())).orElse(List.of()));
        return "table/released";
    }

    private Optional<Codebook> codebook(Released released) {
        return released.codebook().or(() -> releases.about(released.declared()).map(Stock::codebook));
    }

    private Optional<ReleasedPage> page(Released released) {
        return codebook(released)
                .map(one -> new ReleasedPage(new Groups(one), released.cells(), messages, numbers::count));
    }

    @GetMapping("/slappt/{id}/tabeller.csv")
    ResponseEntity<byte[]> csv(@PathVariable UUID id, Locale locale) {
        Released released = releases.export(id);
        String source = codebook(released).map(one -> one.source().in(locale)).orElse("");
        String text = new ReleasedFile(released, source, messages, locale)
                .csv(page(released).map(page -> page.whole(released.declared())).orElse(List.of()));
        return Attachment.of(
                "slappta-tabeller.csv",
                new MediaType("text", "csv", StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** The very bytes that the checksum is of. */
    @GetMapping("/slappt/{id}/celler.json")
    ResponseEntity<byte[]> cells(@PathVariable UUID id) {
        return Attachment.of(
                "slappta-celler.json",
                MediaType.APPLICATION_JSON,
                releases.export(id).text().getBytes(StandardCharsets.UTF_8));
    }

    private String say(ReleaseFault fault) {
        Locale locale = LocaleContextHolder.getLocale();
        Object[] spoken = Arrays.stream(fault.arguments())
                .map(argument -> argument instanceof Wording wording ? wording.in(locale) : argument)
                .toArray();
        return messages.getMessage(fault.message(), spoken, locale);
    }
}
