package se.samsyn.exchange.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.exchange.ImportJobs;
import se.samsyn.exchange.Imports;
import se.samsyn.exchange.Mapping;
import se.samsyn.exchange.Upload;
import se.samsyn.exchange.Uploads;
import se.samsyn.instrument.Instruments;
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.UnitId;
import se.samsyn.organisation.Organisations;
import se.samsyn.organisation.Place;
import se.samsyn.organisation.Unit;
import se.samsyn.sheet.Limits;
import se.samsyn.web.BadInput;
import se.samsyn.web.Heavy;

/** The first step of an import: what to send, to where, read by which mapping. */
@Controller("importStartController")
@Demands(Action.IMPORT_CASES)
final class StartController {

    private final Imports imports;
    private final Uploads uploads;
    private final ImportJobs jobs;
    private final ImportDesk desk;
    private final Instruments instruments;
    private final Organisations organisations;
    private final Access access;

    StartController(
            Imports imports,
            Uploads uploads,
            ImportJobs jobs,
            ImportDesk desk,
            Instruments instruments,
            Organisations organisations,
            Access access) {
        this.imports = imports;
        this.uploads = uploads;
        this.jobs = jobs;
        this.desk = desk;
        this.instruments = instruments;
        this.organisations = organisations;
        this.access = access;
    }

    @GetMapping("/import")
    String start(Model model) {
        List<Unit> units = imports.units();
        model.addAttribute("units", units);
        model.addAttribute("instruments", instruments.all());
        model.addAttribute("mappings", saved(units));
        model.addAttribute("jobs", jobs.latest(access.actor()));
        model.addAttribute("most", Limits.USUAL.bytes() >> 20);
        return "exchange/start";
    }

    /** The saved mappings by municipality. */
    private List<MappingPage.Group> saved(List<Unit> units) {
        return units.stream()
                .map(Unit::municipality)
                .distinct()
                .sorted()
                .map(municipality -> new MappingPage.Group(
                        organisations.find(municipality).map(Place::name).orElse(municipality.value()),
                        imports.saved(municipality).stream()
                                .map(name -> new MappingPage.Choice(municipality + "/" + name, name))
                                .toList()))
                .filter(group -> !group.choices().isEmpty())
                .toList();
    }

    @PostMapping("/import")
    @Heavy(Heavy.Work.IMPORT)
    String receive(
            @RequestParam MultipartFile file,
            @RequestParam UUID unit,
            @RequestParam String instrument,
            @RequestParam(defaultValue = "") String mapping)
            throws IOException {
        Unit to = desk.unit(new UnitId(unit));
        var key = BadInput.read(() -> new InstrumentKey(instrument));
        String name = file.getOriginalFilename();
        if (file.isEmpty() && (name == null || name.isBlank())) {
            return "redirect:/import?fil";
        }
        try (var in = file.getInputStream()) {
            Upload upload = uploads.receive(in, access.actor().id(), to.id(), key);
            desk.received(to);
            mapping(mapping).ifPresent(saved -> desk.decide(upload, saved));
            return "redirect:/import/" + upload.id();
        }
    }

    /** A saved mapping of any municipality where the one signed in may import. */
    private Optional<Mapping> mapping(String key) {
        int slash = key.indexOf('/');
        return imports.units().stream()
                .map(Unit::municipality)
                .distinct()
                .filter(municipality -> slash > 0 && municipality.value().equals(key.substring(0, slash)))
                .findFirst()
                .flatMap(municipality -> imports.saved(municipality, key.substring(slash + 1)));
    }
}
