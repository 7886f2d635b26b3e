package se.samsyn.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.samsyn.access.Access;
import se.samsyn.access.Accounts;
import se.samsyn.access.Owed;
import se.samsyn.access.SecondFactors;
import se.samsyn.access.factor.QrPicture;
import se.samsyn.access.factor.SharedSecret;
import se.samsyn.web.FormText;
import se.samsyn.web.Reachable;

/** Where everybody gets and looks after their own second factor, and those who have none must get one. */
@Controller
@Reachable(Reachable.By.SIGNED_IN)
final class SecondFactorController {

    static final String PATH = "/tvasteg";

    private static final String DRAWN = SecondFactorController.class.getName();
    private static final String NAME = "Samsyn";

    private final Access access;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final SessionBeginning sessions;

    SecondFactorController(Access access, Accounts accounts, SecondFactors factors, SessionBeginning sessions) {
        this.access = access;
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
    }

    @GetMapping(PATH)
    ModelAndView page(Model model, HttpServletRequest request) {
        return page(model, request, HttpStatus.OK);
    }

    @PostMapping(PATH)
    Object begin(
            @RequestParam(required = false) @Nullable String code,
            Model model,
            RedirectAttributes told,
            HttpServletRequest request,
            HttpServletResponse response) {
        var codes = factors.begin(secret(request.getSession()), FormText.of(code));
        if (codes.isEmpty()) {
            return wrong(model, request);
        }
        request.getSession().removeAttribute(DRAWN);
        return done(codes, told, request, response);
    }

    @PostMapping(PATH + "/koder")
    Object renew(
            @RequestParam(required = false) @Nullable String code,
            Model model,
            RedirectAttributes told,
            HttpServletRequest request,
            HttpServletResponse response) {
        var codes = factors.renewCodes(FormText.of(code));
        return codes.isEmpty() ? wrong(model, request) : done(codes, told, request, response);
    }

    @PostMapping(PATH + "/byt")
    Object leave(
            @RequestParam(required = false) @Nullable String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!factors.leave(FormText.of(code))) {
            return wrong(model, request);
        }
        sessions.quietly(accounts.again(), request, response);
        return "redirect:" + PATH;
    }

    /** The codes are kept for the next page alone. */
    private String done(
            Optional<List<String>> codes,
            RedirectAttributes told,
            HttpServletRequest request,
            HttpServletResponse response) {
        sessions.quietly(accounts.again(), request, response);
        told.addFlashAttribute("codes", codes.orElseThrow());
        return "redirect:" + PATH;
    }

    private ModelAndView wrong(Model model, HttpServletRequest request) {
        model.addAttribute("wrong", true);
        return page(model, request, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(Model model, HttpServletRequest request, HttpStatus status) {
        var state = factors.mine();
        model.addAttribute("demanded", access.owed() == Owed.SECOND_FACTOR);
        model.addAttribute("state", state.orElse(null));
        if (state.isEmpty()) {
            var secret = secret(request.getSession());
            model.addAttribute("groups", secret.groups());
            model.addAttribute("picture", QrPicture.of(secret.address(NAME, String.valueOf(request.getRemoteUser()))));
        }
        return new ModelAndView("access/factor", model.asMap(), status);
    }

    /** The secret that is offered in this session, until it has been taken. */
    private static SharedSecret secret(HttpSession session) {
        if (session.getAttribute(DRAWN) instanceof String drawn) {
            return new SharedSecret(drawn);
        }
        var secret = SharedSecret.draw();
        session.setAttribute(DRAWN, secret.text());
        return secret;
    }
}
