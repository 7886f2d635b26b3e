package se.samsyn.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.samsyn.access.Access;
import se.samsyn.access.Accounts;
import se.samsyn.web.FormText;
import se.samsyn.web.Reachable;

/** Where everybody changes their own password, and those with a one-time password must. */
@Controller
@Reachable(Reachable.By.SIGNED_IN)
final class PasswordController {

    static final String PATH = "/losenord";

    private final Access access;
    private final Accounts accounts;
    private final SessionBeginning sessions;

    PasswordController(Access access, Accounts accounts, SessionBeginning sessions) {
        this.access = access;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping(PATH)
    String page(Model model) {
        fill(model);
        return "access/password";
    }

    @PostMapping(PATH)
    Object change(Form form, Model model, HttpServletRequest request, HttpServletResponse response) {
        var fault = fault(form);
        if (fault.isPresent()) {
            fill(model);
            model.addAttribute("fault", fault.get());
            return new ModelAndView("access/password", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        sessions.quietly(accounts.again(), request, response);
        return "redirect:/losenord?bytt";
    }

    private Optional<String> fault(Form form) {
        return form.wanted().equals(form.repeated())
                ? accounts.change(access.actor().id(), form.present(), form.wanted())
                        .map(Enum::name)
                : Optional.of("UNLIKE");
    }

    private void fill(Model model) {
        model.addAttribute("temporary", access.passwordIsTemporary());
        model.addAttribute("shortest", Accounts.SHORTEST_PASSWORD);
    }

    /** What is filled in. Never written anywhere. */
    record Form(String present, String wanted, String repeated) {

        Form {
            present = FormText.of(present);
            wanted = FormText.of(wanted);
            repeated = FormText.of(repeated);
        }

        @Override
        public String toString() {
            return "Form[]";
        }
    }
}
