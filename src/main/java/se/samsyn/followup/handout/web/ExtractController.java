package se.samsyn.followup.handout.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.followup.CaseId;
import se.samsyn.followup.Identity;
import se.samsyn.followup.handout.Extract;
import se.samsyn.followup.handout.ExtractFiles;
import se.samsyn.followup.handout.Extracts;
import se.samsyn.followup.handout.Extracts.Carrier;
import se.samsyn.followup.handout.Extracts.Handover;

/** All about one case for the person it is about; made by a sent form, never by an address alone. */
@Controller
@Demands(Action.GIVE_ACCESS)
final class ExtractController {

    private final Extracts extracts;
    private final ExtractFiles files;

    ExtractController(Extracts extracts, ExtractFiles files) {
        this.extracts = extracts;
        this.files = files;
    }

    /** How it is wished for. */
    enum Shape {
        PAGE,
        TEXT,
        JSON,
        CSV
    }

    @GetMapping("/registerutdrag/{id}")
    ModelAndView ask(@PathVariable CaseId id) {
        return asked(id, HttpStatus.OK);
    }

    private ModelAndView asked(CaseId id, HttpStatus status) {
        var page = new ModelAndView("followup/extract-ask", status);
        page.addObject("id", id);
        page.addObject("hidden", extracts.identity(id) == Identity.PROTECTED);
        page.addObject("faulty", status.isError());
        return page;
    }

    @PostMapping("/registerutdrag/{id}")
    Object make(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "false") boolean begart,
            @RequestParam(defaultValue = "false") boolean sakert,
            @RequestParam(defaultValue = "PAGE") Shape form,
            Locale locale) {
        if (!begart) {
            return asked(id, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var carrier = form == Shape.PAGE ? Carrier.PAGE : Carrier.FILE;
        return extracts.make(id, sakert ? Handover.CONFIRMED : Handover.UNSAID, carrier, locale)
                .map(extract -> shaped(extract, form, sakert, locale))
                .orElseGet(() -> asked(id, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private Object shaped(Extract extract, Shape form, boolean safe, Locale locale) {
        return switch (form) {
            case PAGE -> page(extract, safe);
            case TEXT -> file(".txt", MediaType.TEXT_PLAIN, files.text(extract, locale));
            case JSON -> file(".json", MediaType.APPLICATION_JSON, files.json(extract));
            case CSV -> file(".csv", new MediaType("text", "csv", StandardCharsets.UTF_8), files.csv(extract, locale));
        };
    }

    private ModelAndView page(Extract extract, boolean safe) {
        var page = new ModelAndView("followup/extract");
        page.addObject("extract", extract);
        page.addObject("safe", safe);
        page.addObject("mayTake", extracts.mayTake(extract));
        return page;
    }

    /** The name of the file says nothing of the case. */
    private static ResponseEntity<byte[]> file(String end, MediaType type, String text) {
        var name =
                ContentDisposition.attachment().filename("registerutdrag" + end).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
