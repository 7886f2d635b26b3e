package se.samsyn.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samsyn.access.SecondFactors;
import se.samsyn.web.FormText;
import se.samsyn.web.Reachable;

/** The second step of signing in: the code, for those who have given the right password. Others are sent to the beginning. */
@Controller
@Reachable(Reachable.By.ANYONE)
final class CodeController {

    static final String PATH = "/engangskod";

    /** After so many wrong codes the password must be given anew; the account itself waits as after wrong passwords. */
    private static final int TRIES = 5;

    private static final String TRIED = CodeController.class.getName();

    private final SecondFactors factors;
    private final HalfWay halfWay;
    private final SignInPace pace;
    private final SessionBeginning sessions;

    CodeController(SecondFactors factors, HalfWay halfWay, SignInPace pace, SessionBeginning sessions) {
        this.factors = factors;
        this.halfWay = halfWay;
        this.pace = pace;
        this.sessions = sessions;
    }

    @GetMapping(PATH)
    Object page(HttpSession session) {
        return halfWay.find(session).isPresent() ? new ModelAndView("access/code") : "redirect:/";
    }

    @PostMapping(PATH)
    @Nullable
    Object take(
            @RequestParam(required = false) @Nullable String code,
            HttpSession session,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var half = halfWay.find(session);
        if (half.isEmpty()) {
            return "redirect:/";
        }
        var admitted = factors.admit(half.get(), FormText.of(code));
        if (admitted.isPresent()) {
            forget(session);
            sessions.begin(admitted.get(), request, response);
            return null;
        }
        pace.failed(request.getRemoteAddr());
        return wrong(session);
    }

    private Object wrong(HttpSession session) {
        int tried = session.getAttribute(TRIED) instanceof Integer before ? before + 1 : 1;
        if (tried >= TRIES) {
            forget(session);
            return "redirect:/logga-in?fel";
        }
        session.setAttribute(TRIED, tried);
        var page = new ModelAndView("access/code", HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("wrong", true);
        return page;
    }

    private void forget(HttpSession session) {
        halfWay.forget(session);
        session.removeAttribute(TRIED);
    }
}
