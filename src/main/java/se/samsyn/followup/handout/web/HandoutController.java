package se.samsyn.followup.handout.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.PlaceWords;
import se.samsyn.access.Target;
import se.samsyn.followup.Refusal;
import se.samsyn.followup.handout.CaseField;
import se.samsyn.followup.handout.Handout;
import se.samsyn.followup.handout.HandoutFile;
import se.samsyn.followup.handout.HandoutFiles;
import se.samsyn.followup.handout.HandoutOutcome;
import se.samsyn.followup.handout.HandoutWish;
import se.samsyn.followup.handout.HandoutWish.Inclusion;
import se.samsyn.followup.handout.Handouts;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Instruments;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.UnitId;
import se.samsyn.web.BadInput;
import se.samsyn.web.Sent;

/** Asking for something to be handed out about persons, approving it, and fetching it once. */
@Controller
@Demands({Action.REQUEST_HANDOUT, Action.APPROVE_HANDOUT, Action.READ_LOG})
final class HandoutController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Handouts handouts;
    private final HandoutFiles files;
    private final Instruments instruments;
    private final PlaceWords places;
    private final Access access;
    private final Clock clock;

    HandoutController(
            Handouts handouts,
            HandoutFiles files,
            Instruments instruments,
            PlaceWords places,
            Access access,
            Clock clock) {
        this.handouts = handouts;
        this.files = files;
        this.instruments = instruments;
        this.places = places;
        this.access = access;
        this.clock = clock;
    }

    /** A handout as a line of the list. */
    record Line(Handout of, Handout.State state) {}

    /** Something that can be chosen for a file. */
    record Choice(String key, String label) {}

    @GetMapping("/utlamnande")
    ModelAndView list() {
        var page = new ModelAndView("followup/handouts");
        page.addObject(
                "lines",
                handouts.latest().stream()
                        .map(each -> new Line(each, handouts.state(each)))
                        .toList());
        page.addObject("mayAsk", access.mayAtHome(Action.REQUEST_HANDOUT));
        page.addObject("instruments", instruments.all());
        page.addObject("units", places.units(access.actor().place()));
        return page;
    }

    @GetMapping("/utlamnande/nytt")
    @Demands(Action.REQUEST_HANDOUT)
    ModelAndView ask(@RequestParam String instrument) {
        var today = LocalDate.now(clock);
        var wish = new HandoutWish(
                unit(), key(instrument), today.minusYears(1), today, List.of(), Inclusion.LEFT_OUT, "", "");
        return form(wish, List.of());
    }

    private ModelAndView form(HandoutWish wish, List<Refusal> refusals) {
        access.requireAtHome(Action.REQUEST_HANDOUT);
        var form = form(wish.instrument());
        var locale = LocaleContextHolder.getLocale();
        var page = new ModelAndView("followup/handout-ask");
        page.addObject("wish", wish);
        page.addObject("refusals", refusals);
        page.addObject("title", form.title().in(locale));
        page.addObject("fields", CaseField.values());
        page.addObject(
                "questions",
                form.variables().stream()
                        .filter(question -> !Handouts.isText(question))
                        .map(question -> new Choice(
                                question.key().value(), question.text().in(locale)))
                        .toList());
        page.addObject(
                "texts",
                form.variables().stream()
                        .filter(Handouts::isText)
                        .map(question -> new Choice(
                                question.key().value(), question.text().in(locale)))
                        .toList());
        page.addObject("mayHidden", access.mayAtHome(Action.INCLUDE_PROTECTED));
        page.addObject("today", LocalDate.now(clock));
        page.setStatus(refusals.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @PostMapping("/utlamnande")
    @Demands(Action.REQUEST_HANDOUT)
    Object ask(
            @RequestParam String instrument,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") List<String> variables,
            @RequestParam(defaultValue = "LEFT_OUT") Inclusion hidden,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String recipient) {
        var today = LocalDate.now(clock);
        var from = Sent.day(since);
        var to = Sent.day(until);
        var wish = new HandoutWish(
                unit(),
                key(instrument),
                from.orElse(today),
                to.orElse(today),
                variables,
                hidden,
                reason.strip(),
                recipient.strip());
        form(wish.instrument());
        if (from.isEmpty() || to.isEmpty()) {
            return form(wish, List.of(new Refusal("since", "followup.handout.refused.period")));
        }
        return switch (handouts.ask(wish)) {
            case HandoutOutcome.Done done -> "redirect:/utlamnande/" + done.id();
            case HandoutOutcome.Refused(var reasons) -> form(wish, reasons);
            case HandoutOutcome.Fetched _ -> throw new IllegalStateException("Asking fetches nothing");
        };
    }

    @GetMapping("/utlamnande/{id}")
    ModelAndView one(@PathVariable UUID id) {
        return one(id, List.of());
    }

    private ModelAndView one(UUID id, List<Refusal> refusals) {
        var handout = handouts.find(id);
        var state = handouts.state(handout);
        var target = new Target.OfUnit(handout.wish().unit(), handout.municipality());
        boolean asker = handout.asked().by().equals(access.actor().id());
        boolean waits = state == Handout.State.ASKED || state == Handout.State.APPROVED;
        var page = new ModelAndView("followup/handout");
        page.addObject("handout", handout);
        page.addObject("state", state);
        page.addObject("refusals", refusals);
        page.addObject(
                "unit",
                places.words(handout.municipality(), Optional.of(handout.wish().unit())));
        page.addObject("chosen", chosen(handout));
        page.addObject(
                "mayDecide", state == Handout.State.ASKED && !asker && access.may(Action.APPROVE_HANDOUT, target));
        page.addObject("mayFetch", state == Handout.State.APPROVED && asker);
        page.addObject(
                "mayRevoke",
                waits && (access.may(Action.REQUEST_HANDOUT, target) || access.may(Action.APPROVE_HANDOUT, target)));
        page.setStatus(refusals.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** The questions among what was chosen, in words. */
    private List<Choice> chosen(Handout handout) {
        var locale = LocaleContextHolder.getLocale();
        return instruments.inUse(handout.wish().instrument(), handout.municipality()).variables().stream()
                .filter(question ->
                        handout.wish().variables().contains(question.key().value()))
                .map(question ->
                        new Choice(question.key().value(), question.text().in(locale)))
                .toList();
    }

    @PostMapping("/utlamnande/{id}/godkann")
    @Demands(Action.APPROVE_HANDOUT)
    Object approve(@PathVariable UUID id) {
        return after(id, handouts.approve(id));
    }

    @PostMapping("/utlamnande/{id}/avsla")
    @Demands(Action.APPROVE_HANDOUT)
    Object decline(@PathVariable UUID id) {
        return after(id, handouts.decline(id));
    }

    @PostMapping("/utlamnande/{id}/aterkalla")
    @Demands({Action.REQUEST_HANDOUT, Action.APPROVE_HANDOUT})
    Object revoke(@PathVariable UUID id) {
        return after(id, handouts.revoke(id));
    }

    @PostMapping("/utlamnande/{id}/hamta")
    @Demands(Action.REQUEST_HANDOUT)
    Object fetch(@PathVariable UUID id, @RequestParam(defaultValue = "csv") String form) throws IOException {
        return switch (handouts.fetch(id)) {
            case HandoutOutcome.Fetched(HandoutFile file) -> form.equals("xlsx") ? xlsx(file) : csv(file);
            case HandoutOutcome other -> after(id, other);
        };
    }

    private ResponseEntity<byte[]> csv(HandoutFile file) {
        return file(file, ".csv", CSV, files.csv(file).getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> xlsx(HandoutFile file) throws IOException {
        var out = new ByteArrayOutputStream();
        files.xlsx(file, out);
        return file(file, ".xlsx", XLSX, out.toByteArray());
    }

    private static ResponseEntity<byte[]> file(HandoutFile file, String end, MediaType type, byte[] content) {
        var name = ContentDisposition.attachment()
                .filename("utlamnande-" + file.number() + end)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(type)
                .body(content);
    }

    private Object after(UUID id, HandoutOutcome outcome) {
        return switch (outcome) {
            case HandoutOutcome.Refused(var reasons) -> one(id, reasons);
            case HandoutOutcome.Done _, HandoutOutcome.Fetched _ -> "redirect:/utlamnande/" + id;
        };
    }

    private Form form(InstrumentKey key) {
        return instruments.inUse(key, access.actor().place());
    }

    private static InstrumentKey key(String text) {
        return BadInput.read(() -> new InstrumentKey(text));
    }

    private UnitId unit() {
        return access.actor().unit().orElseThrow(NotFoundOrDenied::new);
    }
}
