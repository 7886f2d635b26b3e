package se.samsyn.register.web;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
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
import se.samsyn.kernel.InstrumentKey;
import se.samsyn.kernel.UnderWay.Stage;
import se.samsyn.kernel.Wording;
import se.samsyn.register.Imported;
import se.samsyn.register.NewRegister;
import se.samsyn.register.Registers;
import se.samsyn.web.Heavy;

/** The registers of a place: what there is, and importing more. */
@Controller
@Demands(Action.IMPORT_REGISTER)
final class RegisterController {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterController.class);

    /** What is done within this is shown at once; other work is waited for on the page. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final Registers registers;
    private final Access access;

    RegisterController(Registers registers, Access access) {
        this.registers = registers;
        this.access = access;
    }

    @GetMapping("/register")
    String list(@RequestParam Optional<UUID> svar, Model model) {
        access.requireAtHome(Action.IMPORT_REGISTER);
        svar.ifPresent(id -> show(id, model));
        return page(model);
    }

    private void show(UUID id, Model model) {
        switch (registers.look(id, AT_ONCE)) {
            case Stage.Done<Imported>(Imported imported) -> {
                model.addAttribute("imported", imported);
                model.addAttribute("done", imported instanceof Imported.Done);
            }
            case Stage.Working<Imported> working -> {
                model.addAttribute("waiting", id);
                model.addAttribute("step", working.step());
            }
            case Stage.GivenUp<Imported> _ -> model.addAttribute("ended", "given-up");
            case Stage.Failed<Imported> failed -> {
                LOG.error("A register could not be imported", failed.fault());
                model.addAttribute("ended", "failed");
            }
        }
    }

    private String page(Model model) {
        model.addAttribute("registers", registers.own());
        model.addAttribute("most", RegisterMenu.BYTES >> 20);
        return "register/list";
    }

    @PostMapping("/register")
    @Heavy(Heavy.Work.IMPORT)
    String receive(
            @RequestParam MultipartFile file,
            @RequestParam MultipartFile codebook,
            @RequestParam String name,
            @RequestParam String title,
            @RequestParam(defaultValue = "") String source,
            Model model)
            throws IOException {
        access.requireAtHome(Action.IMPORT_REGISTER);
        Optional<NewRegister> register = register(name, title, source);
        if (register.isEmpty()) {
            model.addAttribute("wrongName", true);
            return page(model);
        }
        Path data = registers.receiving();
        Optional<Path> told = codebook.isEmpty() ? Optional.empty() : Optional.of(registers.receiving());
        try {
            file.transferTo(data);
            if (told.isPresent()) {
                codebook.transferTo(told.get());
            }
        } catch (IOException fault) {
            registers.discard(data, told);
            throw fault;
        }
        return "redirect:/register?svar=" + registers.begin(register.get(), data, told);
    }

    @PostMapping("/register/avbryt/{id}")
    String giveUp(@PathVariable UUID id) {
        access.requireAtHome(Action.IMPORT_REGISTER);
        registers.giveUp(id);
        return "redirect:/register?svar=" + id;
    }

    private Optional<NewRegister> register(String name, String title, String source) {
        try {
            String shown = title.isBlank() ? name : title.strip();
            return Optional.of(new NewRegister(
                    new InstrumentKey(name.strip()),
                    Wording.same(shown),
                    Wording.same(source.isBlank() ? shown : source.strip()),
                    access.actor().place()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @PostMapping("/register/{key}/ta-bort")
    String remove(@PathVariable String key) {
        registers.remove(key);
        return "redirect:/register";
    }
}
