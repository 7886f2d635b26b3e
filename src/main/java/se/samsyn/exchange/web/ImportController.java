package se.samsyn.exchange.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.exchange.DryRun;
import se.samsyn.exchange.ImportJobs;
import se.samsyn.exchange.Imports;
import se.samsyn.exchange.Mapping;
import se.samsyn.exchange.Origin;
import se.samsyn.exchange.ProblemTexts;
import se.samsyn.exchange.Suggestions;
import se.samsyn.exchange.Trait;
import se.samsyn.exchange.Upload;
import se.samsyn.exchange.UploadId;
import se.samsyn.exchange.Uploads;
import se.samsyn.exchange.person.NumberFinder;
import se.samsyn.exchange.sheet.Cell;
import se.samsyn.exchange.sheet.DecimalMark;
import se.samsyn.exchange.sheet.Delimiter;
import se.samsyn.exchange.sheet.Encoding;
import se.samsyn.exchange.sheet.Formulas;
import se.samsyn.exchange.sheet.Limits;
import se.samsyn.exchange.sheet.Reading;
import se.samsyn.exchange.sheet.Sheet;
import se.samsyn.exchange.sheet.SheetResult;
import se.samsyn.instrument.Form;
import se.samsyn.instrument.Instruments;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Unit;

/** From a file to cases in steps that each can be left and come back to: send, look, map, try, import. */
@Controller
@Demands(Action.IMPORT_CASES)
final class ImportController {

    private final Imports imports;
    private final Uploads uploads;
    private final ImportJobs jobs;
    private final Instruments instruments;
    private final ProblemTexts texts;
    private final Access access;
    private final Clock clock;

    ImportController(
            Imports imports,
            Uploads uploads,
            ImportJobs jobs,
            Instruments instruments,
            ProblemTexts texts,
            Access access,
            Clock clock) {
        this.imports = imports;
        this.uploads = uploads;
        this.jobs = jobs;
        this.instruments = instruments;
        this.texts = texts;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/import")
    String start(Model model) {
        var actor = access.actor();
        List<Unit> units = imports.units();
        model.addAttribute("units", units);
        model.addAttribute("instruments", instruments.all());
        model.addAttribute(
                "mappings",
                units.isEmpty() ? List.of() : imports.saved(units.getFirst().municipality()));
        model.addAttribute("jobs", jobs.latest(actor));
        model.addAttribute("most", Limits.USUAL.bytes() >> 20);
        return "exchange/start";
    }

    @PostMapping("/import")
    String receive(
            @RequestParam MultipartFile file,
            @RequestParam UUID unit,
            @RequestParam String instrument,
            @RequestParam(defaultValue = "") String mapping)
            throws IOException {
        Unit to = unit(new UnitId(unit));
        if (file.isEmpty()
                && (file.getOriginalFilename() == null
                        || file.getOriginalFilename().isBlank())) {
            return "redirect:/import?fil";
        }
        var actor = access.actor();
        try (var in = file.getInputStream()) {
            Upload upload = uploads.receive(in, actor.id(), to.id(), new InstrumentKey(instrument));
            imports.saved(to.municipality(), mapping).ifPresent(saved -> uploads.decide(upload, actor.id(), saved));
            return "redirect:/import/" + upload.id();
        }
    }

    @GetMapping("/import/{id}")
    String look(@PathVariable UUID id, Model model, Locale locale) throws IOException {
        Upload upload = upload(id);
        Reading reading = upload.mapping().map(Mapping::reading).orElse(Reading.DETECTED);
        model.addAttribute("upload", upload);
        model.addAttribute("reading", reading);
        model.addAttribute("encodings", Encoding.values());
        model.addAttribute("delimiters", Delimiter.values());
        model.addAttribute("marks", DecimalMark.values());
        switch (imports.open(upload.file(), reading)) {
            case SheetResult.Opened(Sheet sheet) -> {
                model.addAttribute("seen", sheet.seen());
                model.addAttribute("sheet", sheet);
                model.addAttribute("rows", masked(sheet));
            }
            case SheetResult.Refused refused -> {
                model.addAttribute("seen", refused.seen());
                model.addAttribute("problems", texts.lines(refused.problems(), locale));
                model.addAttribute("unlisted", refused.unlisted());
            }
        }
        return "exchange/seen";
    }

    private List<List<String>> masked(Sheet sheet) {
        return sheet.firstRows().stream()
                .map(row -> row.cells().stream()
                        .limit(12)
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
            @RequestParam(defaultValue = "REFUSE") Formulas formulas)
            throws IOException {
        Upload upload = upload(id);
        var reading = new Reading(
                encoding,
                delimiter,
                decimals,
                Optional.of(sheet).filter(name -> !name.isBlank()),
                Math.max(0, headerRow),
                formulas);
        Mapping mapping = upload.mapping().orElseGet(() -> Roles.unmade(upload.instrument()));
        uploads.decide(upload, access.actor().id(), mapping.with(reading));
        return "redirect:/import/" + id;
    }

    @GetMapping("/import/{id}/koppling")
    String mapping(@PathVariable UUID id, Model model, Locale locale) throws IOException {
        Upload upload = upload(id);
        Optional<Sheet> sheet = sheet(upload);
        if (sheet.isEmpty()) {
            return "redirect:/import/" + id;
        }
        Form form = form(upload);
        Mapping mapping = upload.mapping()
                .filter(Roles::made)
                .orElseGet(() -> Suggestions.suggest(
                        sheet.get(),
                        form,
                        upload.mapping().map(Mapping::reading).orElse(Reading.DETECTED)));
        model.addAttribute("upload", upload);
        model.addAttribute("page", MappingPage.of(mapping, sheet.get(), form, LocalDate.now(clock), locale));
        return "exchange/mapping";
    }

    @PostMapping("/import/{id}/koppling")
    String map(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) throws IOException {
        Upload upload = upload(id);
        Sheet sheet = sheet(upload).orElseThrow(NotFoundOrDenied::new);
        Mapping before = upload.mapping()
                .filter(Roles::made)
                .orElseGet(() -> Suggestions.suggest(
                        sheet,
                        form(upload),
                        upload.mapping().map(Mapping::reading).orElse(Reading.DETECTED)));
        Optional<Mapping> mapping = Roles.read(fields, sheet, before);
        if (mapping.isEmpty()) {
            return "redirect:/import/" + id + "/koppling?ofullstandig";
        }
        uploads.decide(upload, access.actor().id(), mapping.get());
        if (fields.containsKey("refresh")) {
            return "redirect:/import/" + id + "/koppling";
        }
        if (!mapping.get().name().isBlank()) {
            imports.save(unit(upload.unit()).municipality(), mapping.get());
        }
        return "redirect:/import/" + id + "/prov";
    }

    @GetMapping("/import/{id}/prov")
    String tryOut(@PathVariable UUID id, Model model, Locale locale) throws IOException {
        Upload upload = upload(id);
        DryRun run = run(upload);
        model.addAttribute("upload", upload);
        model.addAttribute("run", run);
        model.addAttribute("problems", texts.lines(run.problems(), locale));
        model.addAttribute("unlisted", run.unlisted());
        return "exchange/try";
    }

    @GetMapping("/import/{id}/problem.csv")
    ResponseEntity<byte[]> problems(@PathVariable UUID id, Locale locale) throws IOException {
        String csv = texts.csv(run(upload(id)).problems(), locale);
        String disposition =
                ContentDisposition.attachment().filename("problem.csv").build().toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/import/{id}/kor")
    String run(@PathVariable UUID id) throws IOException {
        Upload upload = upload(id);
        DryRun run = run(upload);
        if (!run.ready()) {
            return "redirect:/import/" + id + "/prov";
        }
        UUID job = jobs.start(access.actor(), upload, whole(upload), targets(upload), run.cases());
        return "redirect:/import/jobb/" + job;
    }

    @GetMapping("/import/jobb/{job}")
    String job(@PathVariable UUID job, Model model) {
        model.addAttribute("job", jobs.find(job, access.actor()));
        return "exchange/job";
    }

    @PostMapping("/import/jobb/{job}/avbryt")
    String cancel(@PathVariable UUID job) {
        jobs.cancel(job, access.actor());
        return "redirect:/import/jobb/" + job;
    }

    private Upload upload(UUID id) {
        Upload upload = uploads.find(new UploadId(id), access.actor().id());
        imports.require(List.of(unit(upload.unit())));
        return upload;
    }

    private Unit unit(UnitId id) {
        return imports.units().stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundOrDenied::new);
    }

    /** All units of the municipality where the file says the unit, else the chosen one. */
    private List<Unit> targets(Upload upload) {
        Unit chosen = unit(upload.unit());
        boolean told =
                upload.mapping().flatMap(mapping -> mapping.find(Trait.UNIT)).isPresent();
        return told
                ? imports.units().stream()
                        .filter(unit -> unit.municipality().equals(chosen.municipality()))
                        .toList()
                : List.of(chosen);
    }

    private Mapping whole(Upload upload) {
        Mapping mapping = upload.mapping().filter(Roles::made).orElseThrow(NotFoundOrDenied::new);
        return mapping.find(Trait.UNIT).isPresent()
                ? mapping
                : mapping.with(Trait.UNIT, Origin.constant(upload.unit().toString()));
    }

    private DryRun run(Upload upload) throws IOException {
        return imports.tryOut(upload.file(), whole(upload), targets(upload));
    }

    private Form form(Upload upload) {
        return imports.form(upload.instrument(), unit(upload.unit()).municipality());
    }

    private Optional<Sheet> sheet(Upload upload) throws IOException {
        Reading reading = upload.mapping().map(Mapping::reading).orElse(Reading.DETECTED);
        return imports.open(upload.file(), reading) instanceof SheetResult.Opened(Sheet sheet)
                ? Optional.of(sheet)
                : Optional.empty();
    }
}
