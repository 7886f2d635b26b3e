package se.samsyn.register.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
import se.samsyn.kernel.Wording;
import se.samsyn.register.Imported;
import se.samsyn.register.NewRegister;
import se.samsyn.register.Registers;

/** The registers of a place: what there is, and importing more. */
@Controller
@Demands(Action.IMPORT_REGISTER)
final class RegisterController {

    private final Registers registers;
    private final Access access;

    RegisterController(Registers registers, Access access) {
        this.registers = registers;
        this.access = access;
    }

    @GetMapping("/register")
    String list(Model model) {
        access.requireAtHome(Action.IMPORT_REGISTER);
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("registers", registers.own());
        model.addAttribute("most", RegisterMenu.BYTES >> 20);
        return "register/list";
    }

    @PostMapping("/register")
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
        Path data = Files.createTempFile("samsyn-register", ".in");
        Path meanings = Files.createTempFile("samsyn-codebook", ".in");
        try {
            file.transferTo(data);
            Optional<Path> told = Optional.empty();
            if (!codebook.isEmpty()) {
                codebook.transferTo(meanings);
                told = Optional.of(meanings);
            }
            model.addAttribute("imported", registers.load(register.get(), data, told));
            model.addAttribute("done", model.getAttribute("imported") instanceof Imported.Done);
        } finally {
            Files.deleteIfExists(data);
            Files.deleteIfExists(meanings);
        }
        return page(model);
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
