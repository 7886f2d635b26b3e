package se.samsyn.instrument.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.instrument.Direction;
import se.samsyn.instrument.Flaw;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.FormChanges;
import se.samsyn.instrument.FormFields;
import se.samsyn.instrument.Instruments;
import se.samsyn.instrument.Phase;
import se.samsyn.instrument.Question;
import se.samsyn.instrument.TakeIntoUse;
import se.samsyn.instrument.Theme;
import se.samsyn.instrument.VariableKey;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.web.BadInput;

/** Where a quality developer changes the place's draft of an instrument and takes it into use. */
@Controller
@Demands(Action.EDIT_INSTRUMENT)
@RequestMapping("/formular/{key}/utkast")
final class DraftController {

    private final Instruments instruments;
    private final InstrumentPages pages;
    private final FormFields fields;

    DraftController(Instruments instruments, InstrumentPages pages, FormFields fields) {
        this.instruments = instruments;
        this.pages = pages;
        this.fields = fields;
    }

    @PostMapping
    String start(@PathVariable String key) {
        instruments.startDraft(InstrumentPages.key(key), pages.place());
        return toDraft(key);
    }

    @GetMapping
    String draft(@PathVariable String key, Model model) {
        Form draft = pages.draft(InstrumentPages.key(key));
        pages.fill(model, draft);
        model.addAttribute("rows", pages.rows(draft));
        model.addAttribute("kinds", QuestionKind.TO_ADD);
        model.addAttribute("flaws", texts(instruments.flaws(draft)));
        return "instrument/draft";
    }

    @GetMapping("/fraga")
    String add(@PathVariable String key, @RequestParam QuestionKind typ, Model model) {
        if (!QuestionKind.TO_ADD.contains(typ)) {
            throw new NotFoundOrDenied();
        }
        Form draft = pages.draft(InstrumentPages.key(key));
        return draft.full() ? toDraft(key) : question(draft, VariableForm.of(typ), model);
    }

    @GetMapping("/fraga/{variable}")
    String edit(@PathVariable String key, @PathVariable String variable, Model model) {
        Form draft = pages.draft(InstrumentPages.key(key));
        return question(draft, VariableForm.of(own(draft, variable)), model);
    }

    @PostMapping("/fraga")
    String save(
            @PathVariable String key,
            @RequestParam QuestionKind typ,
            @RequestParam(defaultValue = "") String variabel,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        InstrumentKey instrument = InstrumentPages.key(key);
        Form draft = pages.draft(instrument);
        VariableForm form = VariableForm.of(typ, variabel, request.getParameterMap());
        VariableReading reading = new VariableReading(form);
        VariableKey named = form.fresh()
                ? instruments.freshKey(instrument, pages.place(), form.text("textSv"))
                : own(draft, variabel).key();
        Optional<Question> question = BadInput.read(() -> reading.question(pages.place(), named));
        List<Flaw> flaws =
                question.map(made -> instruments.tryOut(instrument, made)).orElse(List.of());
        if (question.isEmpty() || !flaws.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("faults", reading.faults());
            model.addAttribute("flaws", texts(flaws));
            return question(draft, form, model);
        }
        instruments.put(instrument, question.get());
        return toDraft(key);
    }

    @PostMapping("/fraga/{variable}/bort")
    String remove(@PathVariable String key, @PathVariable String variable) {
        instruments.remove(InstrumentPages.key(key), pages.place(), variable(variable));
        return toDraft(key);
    }

    @PostMapping("/fraga/{variable}/upp")
    String up(@PathVariable String key, @PathVariable String variable) {
        instruments.moveUp(InstrumentPages.key(key), pages.place(), variable(variable));
        return toDraft(key);
    }

    @PostMapping("/kasta")
    String discard(@PathVariable String key) {
        instruments.discardDraft(InstrumentPages.key(key), pages.place());
        return "redirect:/formular/" + InstrumentPages.key(key);
    }

    @GetMapping("/ta-i-bruk")
    String confirm(@PathVariable String key, Model model) {
        InstrumentKey instrument = InstrumentPages.key(key);
        Form draft = pages.draft(instrument);
        pages.fill(model, draft);
        FormChanges changes = FormChanges.between(instruments.inUse(instrument, pages.place()), draft);
        model.addAttribute("unchanged", instruments.unchanged(draft));
        model.addAttribute("order", changes.none());
        model.addAttribute("added", lines(changes.added()));
        model.addAttribute("changed", lines(changes.changed()));
        model.addAttribute("removed", lines(changes.removed()));
        model.addAttribute("flaws", texts(instruments.flaws(draft)));
        return "instrument/use";
    }

    @PostMapping("/ta-i-bruk")
    String use(@PathVariable String key) {
        InstrumentKey instrument = InstrumentPages.key(key);
        pages.requireEdit();
        if (instruments.draft(instrument, pages.place()).isEmpty()) {
            return "redirect:/formular/" + instrument;
        }
        return switch (instruments.takeIntoUse(instrument, pages.place())) {
            case TakeIntoUse.Taken _ -> "redirect:/formular/" + instrument + "?tagen";
            case TakeIntoUse.Refused _, TakeIntoUse.Unchanged _ ->
                "redirect:/formular/" + instrument + "/utkast/ta-i-bruk";
        };
    }

    private String question(Form draft, VariableForm form, Model model) {
        pages.fill(model, draft);
        model.asMap().putIfAbsent("faults", Map.of());
        model.addAttribute("variable", form);
        model.addAttribute("phases", Phase.values());
        model.addAttribute("themes", Theme.values());
        model.addAttribute("directions", Direction.values());
        model.addAttribute("rules", RuleChoice.groups(draft, form.variable(), InstrumentPages.locale()));
        return "instrument/question";
    }

    private Question own(Form draft, String variable) {
        return draft.find(variable(variable))
                .filter(question -> question.owner().equals(pages.place()))
                .orElseThrow(NotFoundOrDenied::new);
    }

    private List<String> texts(List<Flaw> flaws) {
        return flaws.stream()
                .map(flaw -> fields.text(flaw, InstrumentPages.locale()))
                .toList();
    }

    private static List<String> lines(List<Question> questions) {
        return new ArrayList<>(questions.stream()
                .map(question -> question.text().in(InstrumentPages.locale()))
                .toList());
    }

    private static VariableKey variable(String text) {
        try {
            return new VariableKey(text);
        } catch (IllegalArgumentException notAKey) {
            throw new NotFoundOrDenied();
        }
    }

    private static String toDraft(String key) {
        return "redirect:/formular/" + InstrumentPages.key(key) + "/utkast";
    }
}
