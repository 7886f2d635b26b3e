package se.samsyn.instrument.web;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samsyn.instrument.Answers;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.FormFields;
import se.samsyn.instrument.Instruments;
import se.samsyn.instrument.Phase;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.web.Reachable;

/** The instruments as they are used at the reader's place. */
@Controller
@Reachable(Reachable.By.SIGNED_IN)
final class InstrumentController {

    private final Instruments instruments;
    private final InstrumentPages pages;
    private final FormFields fields;

    InstrumentController(Instruments instruments, InstrumentPages pages, FormFields fields) {
        this.instruments = instruments;
        this.pages = pages;
        this.fields = fields;
    }

    @GetMapping("/formular")
    String list(Model model) {
        var drafted = pages.mayEdit() ? instruments.drafted(pages.place()) : Set.<InstrumentKey>of();
        model.addAttribute("place", pages.words(pages.place()));
        model.addAttribute("mayEdit", pages.mayEdit());
        model.addAttribute(
                "instruments",
                instruments.inUse(pages.place()).stream()
                        .map(form -> line(form, drafted))
                        .toList());
        return "instrument/list";
    }

    @GetMapping("/formular/{key}")
    String one(@PathVariable String key, Model model) {
        InstrumentKey instrument = InstrumentPages.key(key);
        Form form = instruments.inUse(instrument, pages.place());
        pages.fill(model, form);
        model.addAttribute("rows", pages.rows(form));
        model.addAttribute("versions", instruments.versions(instrument, pages.place()));
        model.addAttribute(
                "hasDraft",
                pages.mayEdit() && instruments.draft(instrument, pages.place()).isPresent());
        model.addAttribute("newerAbove", instruments.newerAbove(instrument, pages.place()));
        return "instrument/one";
    }

    @GetMapping("/formular/{key}/forhandsgranska")
    String preview(
            @PathVariable String key,
            @RequestParam(defaultValue = "BEFORE") Phase phase,
            @RequestParam(defaultValue = "false") boolean draft,
            Model model) {
        InstrumentKey instrument = InstrumentPages.key(key);
        Form form = draft ? pages.draft(instrument) : instruments.inUse(instrument, pages.place());
        pages.fill(model, form);
        model.addAttribute("phase", phase);
        model.addAttribute("phases", Phase.values());
        model.addAttribute("draft", draft);
        model.addAttribute("form", fields.page(form, phase, Answers.NONE, List.of(), InstrumentPages.locale()));
        return "instrument/preview";
    }

    private Line line(Form form, Set<InstrumentKey> drafted) {
        return new Line(
                form.id().key().value(),
                form.title().in(InstrumentPages.locale()),
                form.description().in(InstrumentPages.locale()),
                form.id().number(),
                pages.words(form.id().owner()),
                form.variables().size(),
                form.localVariables().size(),
                drafted.contains(form.id().key()));
    }

    /** An instrument in the list. */
    record Line(
            String key,
            String title,
            String description,
            int number,
            String owner,
            int variables,
            int own,
            boolean hasDraft) {}
}
