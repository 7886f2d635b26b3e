package se.samsyn.table.crossing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samsyn.access.Access;
import se.samsyn.access.AccessLog;
import se.samsyn.access.Action;
import se.samsyn.access.Actor;
import se.samsyn.access.Demands;
import se.samsyn.access.Purpose;
import se.samsyn.access.Target;
import se.samsyn.kernel.Wording;
import se.samsyn.table.crossing.CrossingFault;
import se.samsyn.table.crossing.CrossingJobs;
import se.samsyn.table.crossing.Crossings;
import se.samsyn.table.crossing.Crosstab;
import se.samsyn.table.crossing.CrosstabFiles;
import se.samsyn.table.crossing.SavedCrossings;
import se.samsyn.table.crossing.Show;
import se.samsyn.table.source.Stock;
import se.samsyn.web.Attachment;
import se.samsyn.web.BadInput;
import se.samsyn.web.Heavy;
import se.samsyn.web.Numbers;
import se.samsyn.web.Texts;

/** The crossing page: choose, look, save, take out. An address holds the whole question, so it can be shared and repeated. */
@Controller
@Demands(Action.CROSS_TABLES)
final class CrossingController {

    /** An answer that comes within this is shown at once; others are waited for on the page. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private static final Duration FOR_FILES = Duration.ofMinutes(1);
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Crossings crossings;
    private final CrossingJobs jobs;
    private final SavedCrossings saved;
    private final CrosstabFiles files;
    private final Access access;
    private final AccessLog log;
    private final MessageSource messages;
    private final Numbers numbers;
    private final Texts texts;

    CrossingController(
            Crossings crossings,
            CrossingJobs jobs,
            SavedCrossings saved,
            CrosstabFiles files,
            Access access,
            AccessLog log,
            MessageSource messages,
            Numbers numbers,
            Texts texts) {
        this.crossings = crossings;
        this.jobs = jobs;
        this.saved = saved;
        this.files = files;
        this.access = access;
        this.log = log;
        this.messages = messages;
        this.numbers = numbers;
        this.texts = texts;
    }

    @GetMapping("/korstabell")
    @Heavy(Heavy.Work.QUESTION)
    String page(HttpServletRequest request, Model model) {
        access.requireAtHome(Action.CROSS_TABLES);
        List<Stock> stocks = crossings.stocks();
        if (stocks.isEmpty()) {
            return "table/nothing";
        }
        Asked asked = asked(request, stocks);
        Stock stock = stocks.stream()
                .filter(one -> one.codebook().set().value().equals(asked.set()))
                .findFirst()
                .orElse(stocks.getFirst());
        fill(model, asked, stock, stocks, Optional.ofNullable(request.getParameter("urvalsfraga")));
        model.addAttribute("address", asked.address());
        if (asked.isAnything()) {
            answer(asked, Optional.ofNullable(request.getParameter("svar")), model);
        }
        return "table/crossing";
    }

    private void fill(Model model, Asked asked, Stock stock, List<Stock> stocks, Optional<String> newFilter) {
        CrossingForm form = new CrossingForm(stock.codebook(), texts);
        List<String> filtered = new ArrayList<>(asked.filtered());
        newFilter.filter(axis -> !axis.isBlank() && !filtered.contains(axis)).ifPresent(filtered::add);
        model.addAttribute("asked", asked);
        model.addAttribute("stock", stock);
        model.addAttribute("stocks", stocks);
        model.addAttribute("axes", form.axes());
        model.addAttribute("numberChoices", form.numbers());
        model.addAttribute("filters", filtered.stream().map(form::filter).toList());
        model.addAttribute("shows", Show.values());
        model.addAttribute("saved", saved.all());
        model.addAttribute(
                "sexes", asked.isAnything() ? new SexLinks(asked, stock.codebook(), texts).links() : List.of());
    }

    private static Asked asked(HttpServletRequest request, List<Stock> stocks) {
        String set = Optional.ofNullable(request.getParameter("data"))
                .orElse(stocks.getFirst().codebook().set().value());
        return new Asked(
                set,
                list(request, "rad"),
                list(request, "kolumn"),
                list(request, "lager"),
                Optional.ofNullable(request.getParameter("visa")).orElse(""),
                Optional.ofNullable(request.getParameter("tal")).orElse(""),
                list(request, "urval"));
    }

    private static List<String> list(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    private void answer(Asked asked, Optional<String> known, Model model) {
        try {
            UUID id = known.map(CrossingController::id)
                    .filter(job -> jobs.knows(job, access.actor()))
                    .orElseGet(() -> jobs.ask(asked.crossing()));
            Optional<Crosstab> table = jobs.answer(id, access.actor(), AT_ONCE);
            if (table.isPresent()) {
                CrosstabPage page = new CrosstabPage(table.get(), messages, numbers);
                model.addAttribute("table", table.get());
                model.addAttribute("corners", page.corners());
                model.addAttribute("parts", page.parts());
            } else {
                model.addAttribute("waiting", id);
            }
        } catch (CrossingFault fault) {
            model.addAttribute("fault", say(fault));
        }
    }

    private static UUID id(String text) {
        return BadInput.read(() -> UUID.fromString(text));
    }

    private String say(CrossingFault fault) {
        Locale locale = LocaleContextHolder.getLocale();
        Object[] spoken = Arrays.stream(fault.arguments())
                .map(argument -> argument instanceof Wording wording ? wording.in(locale) : argument)
                .toArray();
        return messages.getMessage(fault.message(), spoken, locale);
    }

    @PostMapping("/korstabell/avbryt/{id}")
    String cancel(@PathVariable UUID id) {
        jobs.cancel(id, access.actor());
        return "redirect:/korstabell";
    }

    @PostMapping("/korstabell/spara")
    String save(
            @RequestParam String namn,
            @RequestParam String adress,
            @RequestParam(defaultValue = "false") boolean delad) {
        access.requireAtHome(Action.CROSS_TABLES);
        try {
            saved.save(namn, adress, delad);
        } catch (CrossingFault _) {
            return "redirect:/korstabell?" + safe(adress) + "&namnfel";
        }
        return "redirect:/korstabell?" + safe(adress);
    }

    /** What follows the question mark, if there is nothing in it that could lead anywhere else. */
    private static String safe(String address) {
        return address.matches("[A-Za-z0-9/_.~=&%+:,!*'()-]*") ? address : "";
    }

    @PostMapping("/korstabell/glom/{id}")
    String forget(@PathVariable UUID id) {
        access.requireAtHome(Action.CROSS_TABLES);
        saved.remove(id);
        return "redirect:/korstabell";
    }

    @GetMapping("/korstabell.csv")
    @Heavy(Heavy.Work.EXPORT)
    ResponseEntity<byte[]> csv(HttpServletRequest request, Locale locale) {
        return exported(request)
                .map(table -> Attachment.of(
                        "korstabell.csv", CSV, files.csv(table, locale).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> asPage(request));
    }

    @GetMapping("/korstabell.xlsx")
    @Heavy(Heavy.Work.EXPORT)
    ResponseEntity<byte[]> xlsx(HttpServletRequest request, Locale locale) throws IOException {
        Optional<Crosstab> table = exported(request);
        if (table.isEmpty()) {
            return asPage(request);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.xlsx(table.get(), locale, out);
        return Attachment.of("korstabell.xlsx", XLSX, out.toByteArray());
    }

    /** To the page, which says in words why there is no file, or waits for the answer. */
    private ResponseEntity<byte[]> asPage(HttpServletRequest request) {
        String address = asked(request, crossings.stocks()).address();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/korstabell?" + address))
                .build();
    }

    /** The answer; empty where there is none, or it takes too long for a file. */
    private Optional<Crosstab> exported(HttpServletRequest request) {
        Actor actor = access.actor();
        access.require(Action.EXPORT_TABLE, new Target.OfPlace(actor.place()));
        Asked asked = asked(request, crossings.stocks());
        try {
            Optional<Crosstab> table = jobs.answer(jobs.ask(asked.crossing()), actor, FOR_FILES);
            if (table.isPresent()) {
                log.record(actor, "EXPORT_TABLE", Purpose.FOLLOW_UP, asked.set(), actor.place());
            }
            return table;
        } catch (CrossingFault _) {
            return Optional.empty();
        }
    }
}
