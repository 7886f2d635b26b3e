package se.samsyn.exchange.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.exchange.Imports;
import se.samsyn.exchange.Mapping;
import se.samsyn.exchange.Upload;
import se.samsyn.sheet.Sheet;
import se.samsyn.web.BadInput;

/** The third step of an import: what the columns and codes mean. */
@Controller
@Demands(Action.IMPORT_CASES)
final class MappingController {

    private static final int LONGEST_NAME = 80;

    /** What a mapping can lack, as the address says it. */
    private static final Set<String> MISSING = Set.of("name", "case", "time", "support", "goal");

    private final ImportDesk desk;
    private final Imports imports;
    private final MappingPages pages;

    MappingController(ImportDesk desk, Imports imports, MappingPages pages) {
        this.desk = desk;
        this.imports = imports;
        this.pages = pages;
    }

    @GetMapping("/import/{id}/koppling")
    String mapping(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String manader,
            @RequestParam(defaultValue = "") String saknas,
            Model model,
            Locale locale)
            throws IOException {
        Upload upload = desk.upload(id);
        Optional<Sheet> sheet = desk.sheet(upload);
        if (sheet.isEmpty()) {
            return "redirect:/import/" + id;
        }
        Mapping mapping = desk.mapping(upload, sheet.get());
        var waves = Waves.offered(mapping, Waves.months(manader));
        model.addAttribute("upload", upload);
        model.addAttribute("missing", MISSING.contains(saknas) ? saknas : null);
        model.addAttribute(
                "page", pages.page(mapping, sheet.get(), desk.form(upload), desk.neighbours(upload), waves, locale));
        return "exchange/mapping";
    }

    @PostMapping("/import/{id}/koppling")
    String map(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) throws IOException {
        Upload upload = desk.upload(id);
        Sheet sheet = desk.sheet(upload).orElseThrow(NotFoundOrDenied::new);
        var before = desk.mapping(upload, sheet);
        return switch (BadInput.read(() -> new MappingFields(fields, before).read(sheet))) {
            case MappingFields.Said.Incomplete(String what) -> "redirect:/import/" + id + "/koppling?saknas=" + what;
            case MappingFields.Said.Whole(Mapping mapping) -> {
                desk.decide(upload, mapping);
                yield fields.containsKey("refresh")
                        ? "redirect:/import/" + id + "/koppling" + months(fields)
                        : tryOut(upload, mapping);
            }
        };
    }

    private static String months(MultiValueMap<String, String> fields) {
        String wanted = fields.getFirst("months");
        var months = Waves.months(wanted == null ? "" : wanted);
        return months.isEmpty()
                ? ""
                : "?manader="
                        + String.join(",", months.stream().map(String::valueOf).toList());
    }

    private String tryOut(Upload upload, Mapping mapping) {
        if (mapping.name().length() > LONGEST_NAME) {
            return "redirect:/import/" + upload.id() + "/koppling?saknas=name";
        }
        if (!mapping.name().isBlank()) {
            imports.save(desk.unit(upload.unit()).municipality(), mapping);
        }
        return "redirect:/import/" + upload.id() + "/prov";
    }
}
