package se.samsyn.exchange.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.exchange.Mapping;
import se.samsyn.exchange.ProblemTexts;
import se.samsyn.exchange.Upload;
import se.samsyn.exchange.person.NumberFinder;
import se.samsyn.sheet.Cell;
import se.samsyn.sheet.DecimalMark;
import se.samsyn.sheet.Delimiter;
import se.samsyn.sheet.Encoding;
import se.samsyn.sheet.Formulas;
import se.samsyn.sheet.Reading;
import se.samsyn.sheet.Sheet;
import se.samsyn.sheet.SheetResult;

/** The second step of an import: what was seen in the file, and reading it otherwise. */
@Controller
@Demands(Action.IMPORT_CASES)
final class SeenController {

    /** Columns whose first values are shown. */
    private static final int SHOWN = 12;

    private final ImportDesk desk;
    private final ProblemTexts texts;
    private final Clock clock;

    SeenController(ImportDesk desk, ProblemTexts texts, Clock clock) {
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/import/{id}")
    String look(@PathVariable UUID id, Model model, Locale locale) throws IOException {
        Upload upload = desk.upload(id);
        model.addAttribute("upload", upload);
        model.addAttribute("reading", desk.reading(upload));
        model.addAttribute("encodings", Encoding.values());
        model.addAttribute("delimiters", Delimiter.values());
        model.addAttribute("marks", DecimalMark.values());
        switch (desk.open(upload)) {
            case SheetResult.Opened(Sheet sheet) -> {
                model.addAttribute("seen", sheet.seen());
                model.addAttribute("sheet", sheet);
                model.addAttribute("rows", masked(sheet));
                model.addAttribute("shown", SHOWN);
                model.addAttribute("unshown", Math.max(0, sheet.columns().size() - SHOWN));
            }
            case SheetResult.Refused refused -> {
                model.addAttribute("seen", refused.seen());
                model.addAttribute("problems", texts.lines(refused.problems(), desk.form(upload), locale));
                model.addAttribute("unlisted", refused.unlisted());
            }
        }
        return "exchange/seen";
    }

    private List<List<String>> masked(Sheet sheet) {
        return sheet.firstRows().stream()
                .map(row -> row.cells().stream()
                        .limit(SHOWN)
                        .map(Cell::text)
                        .map(text -> NumberFinder.mask(text, LocalDate.now(clock)))
                        .toList())
                .toList();
    }

    @PostMapping("/import/{id}/lasning")
    String reread(
            @PathVariable UUID id,
            @RequestParam Optional<Encoding> encoding,
            @RequestParam Optional<Delimiter> delimiter,
            @RequestParam Optional<DecimalMark> decimals,
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam(defaultValue = "0") int headerRow,
            @RequestParam(defaultValue = "REFUSE") Formulas formulas) {
        Upload upload = desk.upload(id);
        var reading = new Reading(
                encoding,
                delimiter,
                decimals,
                Optional.of(sheet).filter(name -> !name.isBlank()),
                Math.max(0, headerRow),
                formulas);
        Mapping mapping = upload.mapping().orElseGet(() -> Unmade.mapping(upload.instrument()));
        desk.decide(upload, mapping.with(reading));
        return "redirect:/import/" + id;
    }
}
