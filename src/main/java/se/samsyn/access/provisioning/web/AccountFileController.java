package se.samsyn.access.provisioning.web;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.FileDoor;
import se.samsyn.access.Target;
import se.samsyn.access.provisioning.Listing;
import se.samsyn.access.provisioning.Provisioning;
import se.samsyn.access.provisioning.SyncPlan;
import se.samsyn.access.provisioning.SyncWords;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.web.FormText;

/** Where an administrator sends a file with accounts, sees what it would do, and says yes to it. */
@Controller
@Demands(Action.ADMINISTER)
final class AccountFileController {

    static final String PATH = "/konton/fil";

    private static final String HELD = AccountFileController.class.getName();

    private final Access access;
    private final Provisioning provisioning;
    private final SyncWords words;

    AccountFileController(Access access, Provisioning provisioning, SyncWords words) {
        this.access = access;
        this.provisioning = provisioning;
        this.words = words;
    }

    @GetMapping(PATH)
    String page() {
        place();
        return "access/file";
    }

    @PostMapping(PATH)
    ModelAndView send(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "PART") Listing listing,
            HttpSession session,
            Model model,
            Locale locale)
            throws IOException {
        var bytes = file.getBytes();
        var plan = provisioning.plan(bytes, listing, place());
        session.removeAttribute(HELD);
        if (plan.problems().isEmpty()) {
            session.setAttribute(HELD, new Held(bytes, listing, plan));
        }
        return shown(plan, listing, model, locale);
    }

    /** Does what was shown, unless the accounts have changed meanwhile; then what would be done now is shown. */
    @PostMapping(PATH + "/gor")
    Object follow(
            @RequestParam(required = false) @Nullable String closing, HttpSession session, Model model, Locale locale)
            throws IOException {
        var place = place();
        if (!(session.getAttribute(HELD) instanceof Held held)) {
            return "redirect:" + PATH;
        }
        var plan = held.plan();
        if (plan.closesMany()
                && !FormText.of(closing).strip().equals(String.valueOf(plan.count(SyncPlan.Kind.CLOSE)))) {
            model.addAttribute("uncounted", true);
            return shown(plan, held.listing(), model, locale);
        }
        if (provisioning.follow(held.bytes(), held.listing(), place, plan)) {
            session.removeAttribute(HELD);
            return "redirect:" + PATH + "?klart";
        }
        model.addAttribute("changed", true);
        var now = provisioning.plan(held.bytes(), held.listing(), place);
        session.setAttribute(HELD, new Held(held.bytes(), held.listing(), now));
        return shown(now, held.listing(), model, locale);
    }

    private ModelAndView shown(SyncPlan plan, Listing listing, Model model, Locale locale) {
        model.addAttribute("plan", plan);
        model.addAttribute("listing", listing);
        model.addAttribute("closes", plan.count(SyncPlan.Kind.CLOSE));
        model.addAttribute(
                "problems",
                plan.problems().stream()
                        .map(problem -> words.of(problem, locale))
                        .toList());
        model.addAttribute("rows", plan.steps().stream().map(this::row).toList());
        boolean fine = plan.problems().isEmpty() && model.getAttribute("uncounted") == null;
        return new ModelAndView("access/file", model.asMap(), fine ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Row row(SyncPlan.Step step) {
        return new Row(step, words.where(step));
    }

    private PlaceCode place() {
        var place = access.actor().place();
        access.require(Action.ADMINISTER, new Target.OfPlace(place));
        return place;
    }

    /** A step as it is shown. */
    record Row(SyncPlan.Step step, String where) {}

    /** A file that has been shown and not yet followed. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Held(byte[] bytes, Listing listing, SyncPlan plan) {}

    /** The door for such files. */
    @Configuration(proxyBeanMethods = false)
    static class Door {

        @Bean
        FileDoor accountFiles() {
            return new FileDoor(PATH, Action.ADMINISTER, Provisioning.LARGEST);
        }
    }
}
