package se.samsyn.exchange.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.access.NotFoundOrDenied;
import se.samsyn.access.Target;
import se.samsyn.exchange.DryRun;
import se.samsyn.exchange.ImportJob;
import se.samsyn.exchange.ImportJobs;
import se.samsyn.exchange.Imports;
import se.samsyn.exchange.ProblemTexts;
import se.samsyn.exchange.Upload;
import se.samsyn.exchange.UploadId;
import se.samsyn.web.Heavy;

/** The last steps of an import: trying it out, running it while the user watches, and what came of it. */
@Controller
@Demands(Action.IMPORT_CASES)
final class RunController {

    private final ImportDesk desk;
    private final Imports imports;
    private final ImportJobs jobs;
    private final ProblemTexts texts;
    private final Access access;

    RunController(ImportDesk desk, Imports imports, ImportJobs jobs, ProblemTexts texts, Access access) {
        this.desk = desk;
        this.imports = imports;
        this.jobs = jobs;
        this.texts = texts;
        this.access = access;
    }

    @GetMapping("/import/{id}/prov")
    String tryOut(@PathVariable UUID id, Model model, Locale locale) throws IOException {
        Upload upload = desk.upload(id);
        DryRun run = desk.tryOut(upload);
        model.addAttribute("upload", upload);
        model.addAttribute("run", run);
        model.addAttribute("problems", texts.lines(run.problems(), desk.form(upload), locale));
        model.addAttribute("unlisted", run.unlisted());
        return "exchange/try";
    }

    @GetMapping("/import/{id}/problem.csv")
    @Heavy(Heavy.Work.EXPORT)
    ResponseEntity<byte[]> problems(@PathVariable UUID id, Locale locale) throws IOException {
        Upload upload = desk.upload(id);
        String csv = texts.csv(desk.tryOut(upload).problems(), desk.form(upload), locale);
        String disposition =
                ContentDisposition.attachment().filename("problem.csv").build().toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Whoever presses twice is led to the job that already is of the file, though it may end and delete the file meanwhile. */
    @PostMapping("/import/{id}/kor")
    @Heavy(Heavy.Work.IMPORT)
    String run(@PathVariable UUID id) throws IOException {
        Optional<String> begun = begun(id);
        if (begun.isPresent()) {
            return begun.get();
        }
        try {
            return begin(id);
        } catch (NotFoundOrDenied | IOException | UncheckedIOException gone) {
            Optional<String> meanwhile = begun(id);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            throw gone;
        }
    }

    private Optional<String> begun(UUID id) {
        return jobs.find(new UploadId(id), access.actor())
                .filter(job -> !job.mayRunAgain())
                .map(job -> "redirect:/import/jobb/" + job.id());
    }

    private String begin(UUID id) throws IOException {
        Upload upload = desk.upload(id);
        DryRun run = desk.tryOut(upload);
        if (!run.ready()) {
            return "redirect:/import/" + id + "/prov";
        }
        var targets = desk.targets(upload);
        UUID job = jobs.start(imports.require(targets), upload, desk.whole(upload), targets, run.cases());
        return "redirect:/import/jobb/" + job;
    }

    @GetMapping("/import/jobb/{job}")
    String job(@PathVariable UUID job, Model model) {
        ImportJob found = jobs.find(job, access.actor());
        model.addAttribute("job", found);
        jobs.resultsFrom(found).ifPresent(from -> model.addAttribute("resultsFrom", from));
        imports.units().stream()
                .filter(unit -> unit.id().equals(found.unit()))
                .findFirst()
                .ifPresent(unit -> {
                    model.addAttribute("unit", unit);
                    model.addAttribute(
                            "readsCases",
                            access.may(Action.READ_CASE, new Target.OfUnit(unit.id(), unit.municipality())));
                });
        return "exchange/job";
    }

    @PostMapping("/import/jobb/{job}/avbryt")
    String cancel(@PathVariable UUID job) {
        jobs.cancel(job, access.actor());
        return "redirect:/import/jobb/" + job;
    }
}
