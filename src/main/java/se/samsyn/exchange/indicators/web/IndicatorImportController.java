package se.samsyn.exchange.indicators.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samsyn.access.Access;
import se.samsyn.access.Action;
import se.samsyn.access.Demands;
import se.samsyn.exchange.indicators.FileWish;
import se.samsyn.exchange.indicators.IndicatorWork;
import se.samsyn.exchange.indicators.KoladaAsk;
import se.samsyn.exchange.indicators.PxWebAsk;
import se.samsyn.exchange.indicators.Received;
import se.samsyn.exchange.indicators.Taken;
import se.samsyn.indicator.Catalogue;
import se.samsyn.indicator.Definitions;
import se.samsyn.indicator.IndicatorImports;
import se.samsyn.indicator.Maps;
import se.samsyn.kernel.Level;
import se.samsyn.kernel.PlaceCode;
import se.samsyn.kernel.UnderWay.Stage;
import se.samsyn.organisation.Organisations;
import se.samsyn.sheet.Limits;
import se.samsyn.web.BadInput;
import se.samsyn.web.Heavy;

/** Importing indicators from files, Kolada and PxWeb, and boundaries for the maps. */
@Controller
@Demands(Action.IMPORT_INDICATORS)
final class IndicatorImportController {

    private static final Logger LOG = LoggerFactory.getLogger(IndicatorImportController.class);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final int SHOWN = 20;

    private final IndicatorWork work;
    private final IndicatorImports imports;
    private final Catalogue catalogue;
    private final Organisations organisations;
    private final Maps maps;
    private final Access access;

    IndicatorImportController(
            IndicatorWork work,
            IndicatorImports imports,
            Catalogue catalogue,
            Organisations organisations,
            Maps maps,
            Access access) {
        this.work = work;
        this.imports = imports;
        this.catalogue = catalogue;
        this.organisations = organisations;
        this.maps = maps;
        this.access = access;
    }

    @GetMapping("/indikatorimport")
    String start(@RequestParam Optional<UUID> svar, Model model) {
        access.requireAtHome(Action.IMPORT_INDICATORS);
        svar.ifPresent(id -> show(id, model));
        return page(model);
    }

    private void show(UUID id, Model model) {
        switch (work.look(id, AT_ONCE)) {
            case Stage.Done<Taken>(Taken taken) -> {
                model.addAttribute("taken", taken);
                model.addAttribute("done", taken instanceof Taken.Done);
            }
            case Stage.Working<Taken> working -> {
                model.addAttribute("waiting", id);
                model.addAttribute("step", working.step().isEmpty() ? "waiting" : working.step());
            }
            case Stage.GivenUp<Taken> _ -> model.addAttribute("ended", "given-up");
            case Stage.Failed<Taken> failed -> {
                LOG.error("Indicators could not be imported", failed.fault());
                model.addAttribute("ended", "failed");
            }
        }
    }

    private String page(Model model) {
        model.addAttribute(
                "sources",
                catalogue.sources("").stream()
                        .filter(source -> !source.key().equals(Definitions.SOURCE))
                        .toList());
        model.addAttribute("regions", organisations.regions());
        model.addAttribute("latest", imports.latest().stream().limit(SHOWN).toList());
        model.addAttribute("loaded", maps.loaded());
        model.addAttribute("most", Limits.USUAL.bytes() >> 20);
        return "exchange/indicators";
    }

    @PostMapping("/indikatorimport")
    @Heavy(Heavy.Work.IMPORT)
    String receive(
            @RequestParam("file") List<MultipartFile> sent,
            @RequestParam(name = "kalla", defaultValue = "") String source,
            @RequestParam(name = "kallnamn", defaultValue = "") String sourceName,
            @RequestParam(name = "plats", defaultValue = "") String place,
            Model model)
            throws IOException {
        access.requireAtHome(Action.IMPORT_INDICATORS);
        List<MultipartFile> filled =
                sent.stream().filter(file -> !file.isEmpty()).toList();
        if (filled.isEmpty()) {
            return wrong(model, "nothing");
        }
        FileWish wish = wish(source, sourceName, place);
        List<Received> received = new ArrayList<>();
        try {
            for (MultipartFile file : filled) {
                String name = plain(file.getOriginalFilename());
                Path to = work.receiving(name);
                received.add(new Received(to, name));
                file.transferTo(to);
            }
        } catch (IOException fault) {
            work.discard(received);
            throw fault;
        }
        return shown(work.begin(received, wish));
    }

    private static String plain(@Nullable String name) {
        String last = name == null ? "" : name.replaceFirst("^.*[/\\\\]", "").strip();
        return last.isEmpty() ? "fil" : last;
    }

    private static FileWish wish(String source, String sourceName, String place) {
        Optional<PlaceCode> about =
                place.isBlank() ? Optional.empty() : Optional.of(BadInput.read(() -> new PlaceCode(place.strip())));
        return new FileWish(source, sourceName, about);
    }

    private static String shown(UUID id) {
        return "redirect:/indikatorimport?svar=" + id;
    }

    private String wrong(Model model, String what) {
        model.addAttribute("wrong", what);
        return page(model);
    }

    private String unread(Model model, IllegalArgumentException unread) {
        model.addAttribute("unread", unread.getMessage());
        return page(model);
    }

    @PostMapping("/indikatorimport/kolada")
    @Heavy(Heavy.Work.IMPORT)
    String kolada(
            @RequestParam(name = "nyckeltal", defaultValue = "") String kpis,
            @RequestParam(name = "platser", defaultValue = "") String places,
            @RequestParam(name = "ar", defaultValue = "") String years,
            Model model) {
        access.requireAtHome(Action.IMPORT_INDICATORS);
        KoladaAsk ask;
        try {
            ask = KoladaAsk.of(kpis, places, years);
        } catch (IllegalArgumentException unread) {
            return unread(model, unread);
        }
        return shown(work.begin(ask));
    }

    @PostMapping("/indikatorimport/pxweb")
    @Heavy(Heavy.Work.IMPORT)
    String pxWeb(
            @RequestParam(name = "tabell", defaultValue = "") String table,
            @RequestParam(name = "urval", defaultValue = "") String picks,
            @RequestParam(name = "plats", defaultValue = "") String place,
            Model model) {
        access.requireAtHome(Action.IMPORT_INDICATORS);
        FileWish wish = wish("", "", place);
        PxWebAsk ask;
        try {
            ask = PxWebAsk.of(table, picks);
        } catch (IllegalArgumentException unread) {
            return unread(model, unread);
        }
        return shown(work.begin(ask, wish));
    }

    @PostMapping("/indikatorimport/avbryt/{id}")
    String giveUp(@PathVariable UUID id) {
        access.requireAtHome(Action.IMPORT_INDICATORS);
        work.giveUp(id);
        return shown(id);
    }

    @PostMapping("/indikatorimport/karta")
    @Heavy(Heavy.Work.IMPORT)
    String map(@RequestParam MultipartFile file, Model model) throws IOException {
        access.requireAtHome(Action.IMPORT_INDICATORS);
        if (file.isEmpty()) {
            return wrong(model, "nothing");
        }
        try (InputStream in = file.getInputStream()) {
            model.addAttribute("map", maps.receive(in));
        }
        return page(model);
    }

    /** Takes the boundaries of a level away, so that its map is of tiles again. */
    @PostMapping("/indikatorimport/karta/bort")
    String tiles(@RequestParam Level niva) {
        maps.unload(niva);
        return "redirect:/indikatorimport";
    }
}
