package se.samsyn.instrument.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.PlaceWords;
import se.samsyn.access.Target;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Instruments;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.PlaceCode;

/** What the pages about instruments have in common: the reader's place, what may be done there, and the facts shown. */
@Component
class InstrumentPages {

    private final Instruments instruments;
    private final Access access;
    private final PlaceWords places;

    InstrumentPages(Instruments instruments, Access access, PlaceWords places) {
        this.instruments = instruments;
        this.access = access;
        this.places = places;
    }

    PlaceCode place() {
        return access.actor().place();
    }

    boolean mayEdit() {
        return access.may(Action.EDIT_INSTRUMENT, new Target.OfPlace(place()));
    }

    void requireEdit() {
        access.require(Action.EDIT_INSTRUMENT, new Target.OfPlace(place()));
    }

    static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    /** An instrument's key from an address; whatever is not one is not found. */
    static InstrumentKey key(String text) {
        try {
            return new InstrumentKey(text);
        } catch (IllegalArgumentException notAKey) {
            throw new NotFoundOrDenied();
        }
    }

    Form draft(InstrumentKey key) {
        requireEdit();
        return instruments.draft(key, place()).orElseThrow(NotFoundOrDenied::new);
    }

    String words(PlaceCode place) {
        return places.words(place, Optional.empty());
    }

    /** What every page about one form shows of it. */
    void fill(Model model, Form form) {
        Locale locale = locale();
        model.addAttribute("key", form.id().key().value());
        model.addAttribute("instrument", form.title().in(locale));
        model.addAttribute("description", form.description().in(locale));
        model.addAttribute("number", form.id().number());
        model.addAttribute("owner", words(form.id().owner()));
        model.addAttribute("place", words(place()));
        model.addAttribute("mayEdit", mayEdit());
        model.addAttribute("own", form.localVariables().size());
        model.addAttribute("limit", form.localLimit());
        model.addAttribute(
                "left", Math.max(0, form.localLimit() - form.localVariables().size()));
        model.addAttribute(
                "common", form.variables().size() - form.localVariables().size());
    }

    List<QuestionRow> rows(Form form) {
        return form.questions().stream()
                .map(question -> QuestionRow.of(question, place(), locale()))
                .toList();
    }
}
